/** What figures are counted from: facts that name nobody, written as things happen. */
package org.commonground.report;
