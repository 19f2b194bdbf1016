/**
 * Saying no in words for people: a refusal, a command's own rules, and the one collector of everything wrong at once.
 * It names fields, never values.
 */
package org.commonground.platform.refusal;
