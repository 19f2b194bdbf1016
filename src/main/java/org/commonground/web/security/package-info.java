/**
 * Who gets in by which door: practices to the API with their key, people to everything else by one sign-in. What
 * somebody may do inside is decided by the capabilities, the task port and the walls before the engine.
 */
package org.commonground.web.security;
