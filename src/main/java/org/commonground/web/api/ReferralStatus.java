package org.commonground.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.commonground.conversation.code.RecordedCode;
import org.commonground.practice.PracticeView;
import org.commonground.referral.Outcome;
import org.commonground.referral.SentBackReason;

/** Where a referral stands, for the practice that sent it. What the person did not agree to is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReferralStatus(
        String reference,
        String standing,
        String outcome,
        String reason,
        String reasonInWords,
        Instant receivedAt,
        Instant closedAt,
        List<Code> codes) {

    /** A SNOMED CT code for the person's record. */
    record Code(String code, Instant at) {}

    static ReferralStatus of(PracticeView view, List<RecordedCode> codes) {
        return new ReferralStatus(
                view.reference().text(),
                view.standing(),
                view.outcome().map(Outcome::word).orElse(null),
                view.sentBackFor().map(SentBackReason::word).orElse(null),
                view.sentBackFor().map(SentBackReason::label).orElse(null),
                view.receivedAt(),
                view.closedAt().orElse(null),
                view.feedback()
                        ? codes.stream()
                                .map(code -> new Code(code.code().text(), code.at()))
                                .toList()
                        : List.of());
    }
}
