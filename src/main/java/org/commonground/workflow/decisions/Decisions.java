package org.commonground.workflow.decisions;

import java.util.List;
import java.util.Map;

/** Asks a decision table with facts a capability supplies; passes on the outcome alone and keeps nothing. */
public interface Decisions {

    /** The outputs of every rule that matched, in the table's order, by output name. */
    List<Map<String, Object>> ask(String decision, Map<String, Object> facts);

    /**
     * The outputs of the one rule that matched.
     *
     * @throws UndecidedException where none or several matched: a defect of the table
     */
    Map<String, Object> askOne(String decision, Map<String, Object> facts);
}
