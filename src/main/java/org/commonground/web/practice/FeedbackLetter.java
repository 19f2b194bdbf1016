package org.commonground.web.practice;

import java.util.List;
import org.commonground.conversation.code.Codes;
import org.commonground.conversation.code.PracticeCodes;
import org.commonground.conversation.code.RecordedCode;
import org.commonground.conversation.code.SnomedCode;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.practice.PracticeView;
import org.springframework.stereotype.Component;

/** What a practice may write into a person's record: codes with their terms, where the person agreed to feedback. */
@Component
class FeedbackLetter {

    private final Codes codes;
    private final PracticeCodes known;

    FeedbackLetter(Codes codes, PracticeCodes known) {
        this.codes = codes;
        this.known = known;
    }

    /**
     * One code to record.
     *
     * @param term in words; empty for a code that is not used any more
     * @param on the day it became true
     */
    record Line(String code, String term, String on) {}

    /** Nothing without consent. */
    List<Line> lines(PracticeView view) {
        return view.feedback()
                ? codes.of(view.referral()).stream().map(this::line).toList()
                : List.of();
    }

    private Line line(RecordedCode code) {
        return new Line(
                code.code().text(),
                term(code.code()),
                InWords.date(code.at().atZone(WorkingDays.LONDON).toLocalDate()));
    }

    private String term(SnomedCode code) {
        if (code.equals(known.agreed())) {
            return "Referral to social prescribing service";
        }
        return code.equals(known.declined()) ? "Social prescribing declined" : "";
    }
}
