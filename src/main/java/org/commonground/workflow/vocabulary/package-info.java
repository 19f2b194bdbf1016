/**
 * The names that models and code share, one class per process and per decision table. A test holds each against its
 * model, both ways, so that neither can drift.
 */
package org.commonground.workflow.vocabulary;
