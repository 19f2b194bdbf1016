package org.commonground.placement.offer;

import org.commonground.platform.Worded;

/** What a group asks for when it says yes with conditions. */
public enum ConditionKind implements Worded {
    COMES_WITH_SOMEBODY("Somebody they know comes along"),
    TRIES_IT_FIRST("They come to try it, and we decide together after that"),
    CERTAIN_SESSIONS("They come to certain sessions or times only"),
    BRINGS_SOMETHING("They bring, wear or prepare something"),
    PAYS_SOMETHING("They pay something"),
    OTHER("Something else");

    private final String label;

    ConditionKind(String label) {
        this.label = label;
    }

    /** In words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
