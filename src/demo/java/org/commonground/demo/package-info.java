/**
 * The invented neighbourhoods and the people in them, made by answering tasks as people would. It knows every room and is
 * known by none; the jar that runs in production does not have it.
 */
package org.commonground.demo;
