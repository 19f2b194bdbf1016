package org.commonground.placement.choice;

import org.commonground.platform.Worded;

/** What a round of placements came to. */
public enum RoundReview implements Worded {
    /** The person has found a group. */
    PLACED,
    /** Nothing goes on any more. */
    CHOOSE_AGAIN,
    /** Other placements go on; whoever ends last asks again. */
    GOES_ON;
}
