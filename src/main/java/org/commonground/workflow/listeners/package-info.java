/**
 * What happened in the capabilities, heard in the same transaction: processes start and go on by it. Correlation is
 * always by message name and business key.
 */
package org.commonground.workflow.listeners;
