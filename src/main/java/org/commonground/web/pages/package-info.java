/**
 * The page kit: how a page of ours shows a form, what is wrong with it, and that it is done. Every page of ours is
 * made with it.
 */
package org.commonground.web.pages;
