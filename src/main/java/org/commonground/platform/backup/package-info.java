/**
 * Backup and restore: the whole database as one file, written in one snapshot and read back in one transaction. They
 * are commands of the application, {@code --backup=FILE} and {@code --restore=FILE}, and run instead of it.
 */
package org.commonground.platform.backup;
