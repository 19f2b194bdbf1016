package org.commonground.group;

import org.commonground.platform.Worded;

/** A coded reason for a referral, and what a group says it can help with. */
public enum Need implements Worded {
    LONELINESS("Feeling lonely or cut off"),
    LOW_MOOD("Low mood, worry or stress"),
    MOVING_MORE("Moving more, getting fitter"),
    EATING_WELL("Food and eating well"),
    LONG_TERM_CONDITION("Living with a long-term condition or pain"),
    MEMORY("Memory loss or dementia"),
    BEREAVEMENT("Grief and loss"),
    CARING("Looking after somebody"),
    PARENTING("Being a parent or expecting a child"),
    MONEY("Money, debt or benefits"),
    HOUSING("Housing or home"),
    WORK_AND_LEARNING("Work, learning or volunteering"),
    NATURE_AND_GARDENING("Being outdoors, nature or gardening"),
    ARTS_AND_CRAFTS("Arts, crafts, music or making things"),
    ALCOHOL_OR_DRUGS("Alcohol, drugs or gambling"),
    SAFETY_AT_HOME("Feeling unsafe at home");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    /** The need in words, as forms and pages show it. */
    public String label() {
        return label;
    }
}
