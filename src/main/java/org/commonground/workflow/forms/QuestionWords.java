package org.commonground.workflow.forms;

import java.util.List;
import java.util.stream.Collectors;
import org.commonground.placement.offer.GroupQuestion;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.InWords;

/** What a group asked and was answered, as forms show it. */
final class QuestionWords {

    private QuestionWords() {}

    /** Question and answer by turns; empty text where nothing was asked. */
    static String of(List<GroupQuestion> questions) {
        return questions.stream().map(QuestionWords::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(GroupQuestion question) {
        return "**Asked on " + InWords.stamp(question.askedAt()) + ":** "
                + question.text().text() + "\n\n**Answer:** "
                + question.reply().map(Narrative::text).orElse("still to come");
    }
}
