/**
 * The installation's keys as an operator handles them: made, added to and rotated. They are commands of the application,
 * {@code --make-keys=FILE}, {@code --add-key=FILE} and {@code --rotate-keys}, and run instead of it.
 */
package org.commonground.platform.keys;
