package org.commonground.referral;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** Gives a referral back to the practice. */
public record SendBack(
        @NotNull(message = "Choose why it goes back") SentBackReason reason) {

    @AssertTrue(message = "Choose why it goes back")
    boolean isReasonChosen() {
        return reason == null || reason.isChosen();
    }
}
