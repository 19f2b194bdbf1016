package org.commonground.workflow.forms;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.commonground.conversation.reach.ContactOutcome;
import org.commonground.referral.Outcome;

/** What follows from reaching a person, or not, as the process takes it. */
final class ContactOutputs {

    private ContactOutputs() {}

    static Map<String, Object> of(ContactOutcome outcome) {
        Map<String, Object> outputs = new HashMap<>();
        outputs.put("contact", outcome.next().word());
        outputs.put("nextContact", date(outcome.tryAgainAt()));
        outputs.put("conversationOn", date(outcome.talkAt()));
        switch (outcome.next()) {
            case DECLINED -> outputs.put("outcome", Outcome.DECLINED.word());
            case NOT_REACHED -> outputs.put("outcome", Outcome.NOT_REACHED.word());
            case REACHED, NO_ANSWER_TRY_AGAIN, NOT_READY -> {}
        }
        return outputs;
    }

    static Date date(Instant at) {
        return at == null ? null : Date.from(at);
    }
}
