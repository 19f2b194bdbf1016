/**
 * One class for each human task: what its form shows, and which use case its answer goes to. The words that several
 * forms share stand beside them.
 */
package org.commonground.workflow.forms;
