/**
 * Who may sign in, with which roles, and who it is that does something. It knows teams, practices and groups by their
 * ids alone.
 */
package org.commonground.account;
