/**
 * What a group is asked and told, its questions, and its yes or no. A place is held meanwhile, and none is promised
 * twice.
 */
package org.commonground.placement.offer;
