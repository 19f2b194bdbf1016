package org.commonground.conversation.notebook;

import java.util.List;
import org.commonground.platform.personal.Narrative;

/**
 * What is written down about one person. It tells about them: the caller checks who reads.
 *
 * @param notes newest first
 * @param goals what the person wants, as it holds now
 * @param actions those to be done, the next one first; then those that are done
 */
public record Notebook(List<Note> notes, List<Narrative> goals, List<AgreedAction> actions) {

    public Notebook {
        notes = List.copyOf(notes);
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
    }

    public List<AgreedAction> open() {
        return actions.stream().filter(action -> !action.isDone()).toList();
    }

    /** Hides what was written. */
    @Override
    public String toString() {
        return "Notebook[]";
    }
}
