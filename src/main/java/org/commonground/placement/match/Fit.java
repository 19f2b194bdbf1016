package org.commonground.placement.match;

/**
 * How well a group fits one person, best first. What comes later is never put before what comes earlier, whatever else
 * speaks for it.
 */
public enum Fit {
    WELL("fits everything the person said"),
    PARTLY("does not fit in every way"),
    NEED_NOT_MET("meets none of the needs named"),
    SUPPORT_MISSING("does not offer all the support needed"),
    OUTSIDE("outside the ages the group is for");

    private final String label;

    Fit(String label) {
        this.label = label;
    }

    /** In words, as forms show it. */
    public String label() {
        return label;
    }

    boolean isWorseThan(Fit other) {
        return compareTo(other) > 0;
    }
}
