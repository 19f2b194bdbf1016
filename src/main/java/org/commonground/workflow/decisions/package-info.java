/** The one way a step asks a decision table: facts in, the outcome out, nothing kept. */
package org.commonground.workflow.decisions;
