/** The page where people sign in, where they come to after it, and what every page of ours has around it. */
package org.commonground.web.signin;
