package org.commonground.placement.choice;

/** What a round of placements came to. */
public enum RoundReview {
    /** The person has found a group. */
    PLACED,
    /** Nothing goes on any more. */
    CHOOSE_AGAIN,
    /** Other placements go on; whoever ends last asks again. */
    GOES_ON;

    /** As models write it, in small letters with hyphens. */
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }
}
