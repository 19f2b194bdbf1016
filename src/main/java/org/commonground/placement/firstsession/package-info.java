/**
 * The person's yes or no to a group that said yes, and whether they came. Who missed the first session is asked once
 * more.
 */
package org.commonground.placement.firstsession;
