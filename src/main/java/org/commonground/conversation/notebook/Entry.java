package org.commonground.conversation.notebook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.Written;
import org.commonground.platform.refusal.Problems;

/**
 * What a form adds to the notebook, as its fields {@code note, goals, newActions, doneActions} say it.
 *
 * @param goals one on a line, all that hold now; null where they stay as they are
 * @param newActions one on a line: what, who, by when
 * @param doneActions those that are done now
 */
public record Entry(
        @Written(upTo = 4000, message = "The note must be 4,000 characters or less")
        Narrative note,

        @Written(upTo = 4000, message = "The goals must be 4,000 characters or less")
        Narrative goals,

        @Written(upTo = 4000, message = "The actions must be 4,000 characters or less")
        Narrative newActions,

        List<UUID> doneActions) {

    public static final Entry NOTHING = new Entry(null, null, null, null);

    private static final int MOST = 12;
    private static final int LONGEST = 300;

    public Entry {
        doneActions = doneActions == null ? List.of() : List.copyOf(doneActions);
    }

    /** A note alone; null adds nothing. */
    public static Entry saying(Narrative note) {
        return new Entry(note, null, null, null);
    }

    /** Says under each field in {@code problems} what cannot be taken, by the number of its line, never by its words. */
    public void check(LocalDate today, Problems problems) {
        List<String> goals = Lines.of(this.goals);
        if (goals.size() > MOST) {
            problems.add("goals", "Write at most " + MOST + " goals, one on a line");
        } else if (goals.stream().anyMatch(goal -> goal.length() > LONGEST)) {
            problems.add("goals", "Write each goal on a line of its own, with at most " + LONGEST + " characters");
        }
        try {
            if (actions(today).size() > MOST) {
                problems.add("newActions", "Write at most " + MOST + " actions at once, one on a line");
            }
        } catch (ActionLine.Unreadable unreadable) {
            problems.add("newActions", unreadable.getMessage());
        }
    }

    List<ActionLine> actions(LocalDate today) {
        List<String> lines = Lines.of(newActions);
        return IntStream.range(0, lines.size())
                .mapToObj(at -> ActionLine.read(at + 1, lines.get(at), today))
                .toList();
    }

    /** Hides what was written. */
    @Override
    public String toString() {
        return "Entry[]";
    }
}
