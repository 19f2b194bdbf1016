package org.commonground.workflow.forms;

import java.util.Optional;
import org.commonground.account.Signers;
import org.commonground.conversation.capacity.Advice;
import org.commonground.platform.time.InWords;
import org.springframework.stereotype.Component;

/** A clinical supervisor's advice in words. */
@Component
class AdviceWords {

    private final Signers signers;

    AdviceWords(Signers signers) {
        this.signers = signers;
    }

    /** Empty where there is none. */
    String of(Optional<Advice> advice) {
        return advice.map(this::words).orElse("");
    }

    private String words(Advice advice) {
        String by = signers.name(advice.by()).map(name -> name.text()).orElse("A clinical supervisor");
        String who = advice.decidedBy() == null
                ? ""
                : ": " + advice.decidedBy().text() + " (" + advice.grounds().text() + ")";
        return "**" + by + " advised on " + InWords.stamp(advice.at()) + ": "
                + advice.advice().label() + "**" + who + ". " + advice.reason().text();
    }
}
