/**
 * The database: how it is reached, migrated and read, and the one wrapper that tries a transaction again. SQL itself
 * stands in the repositories of the rooms.
 */
package org.commonground.platform.persistence;
