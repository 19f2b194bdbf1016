#!/bin/bash
# Makes the role that owns Common Ground's tables, and its database. PostgreSQL's image runs this once, on an empty volume.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --set=password="$COMMONGROUND_OWNER_PASSWORD" --username="$POSTGRES_USER" <<'SQL'
create role cg_owner login createrole password :'password';
create database commonground owner cg_owner;
SQL
