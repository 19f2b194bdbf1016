package org.commonground.web.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonground.web.pages.OnceSecrets.Secret;

/** What files would do, or have done: line by line what is added, changed or so already, and all that is refused. */
final class SetupOutcome {

    private final List<Change> changes = new ArrayList<>();
    private final List<Table.Problem> problems = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();

    /** What becomes of a line. */
    enum What {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** @param columns those whose cells change */
    record Change(SetupFile file, What what, String key, List<String> columns) {}

    /**
     * A line is done.
     *
     * @param key what tells it apart from others in its file
     * @param columns those that are other than before
     */
    void note(SetupFile file, boolean added, String key, List<String> columns) {
        What what = added ? What.ADDED : columns.isEmpty() ? What.UNCHANGED : What.CHANGED;
        changes.add(new Change(file, what, key, what == What.CHANGED ? List.copyOf(columns) : List.of()));
    }

    /** The same, told by the cells before and after. */
    void note(SetupFile file, boolean added, String key, Map<String, String> before, Map<String, String> after) {
        note(file, added, key, Cells.differing(before, after));
    }

    void refuse(Table.Problem problem) {
        problems.add(problem);
    }

    void issued(String of, String secret) {
        secrets.add(new Secret(of, secret));
    }

    public List<Change> getChanges() {
        return changes;
    }

    /** In the order of the files and their lines. */
    public List<Table.Problem> getProblems() {
        return problems.stream()
                .sorted(Comparator.comparing(Table.Problem::file).thenComparing(Table.Problem::line))
                .toList();
    }

    List<Secret> secrets() {
        return secrets;
    }

    public List<Change> only(SetupFile file, String what) {
        return changes.stream()
                .filter(change -> change.file() == file && change.what().name().equals(what))
                .toList();
    }

    public boolean isNothing() {
        return changes.stream().allMatch(change -> change.what() == What.UNCHANGED);
    }

    /** The same for the same effect: what was shown is what is done. */
    String print() {
        return Integer.toHexString(List.of(changes, problems).hashCode());
    }
}
