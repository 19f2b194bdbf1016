/**
 * What must be known before anything starts, and how a start that cannot go on says why in one sentence. Settings that
 * would be unsafe or missing are refused here.
 */
package org.commonground.platform.startup;
