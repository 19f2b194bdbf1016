/**
 * Community groups: what they do, who they are for, when they meet, when they are closed. Their places are held, taken
 * and given back here, so that none is promised twice.
 */
package org.commonground.group;
