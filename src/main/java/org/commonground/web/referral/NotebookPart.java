package org.commonground.web.referral;

import java.util.List;
import org.commonground.account.Signers;
import org.commonground.conversation.notebook.AgreedAction;
import org.commonground.conversation.notebook.Note;
import org.commonground.conversation.notebook.Notebook;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.web.referral.ReferralPage.Todo;
import org.commonground.web.referral.ReferralPage.Written;
import org.springframework.stereotype.Component;

/** What a referral's page shows of the notebook: goals, promised actions, and what was noted. */
@Component
class NotebookPart {

    private final Notebooks notebooks;
    private final Signers signers;
    private final WorkingDays days;

    NotebookPart(Notebooks notebooks, Signers signers, WorkingDays days) {
        this.notebooks = notebooks;
        this.signers = signers;
        this.days = days;
    }

    /** Each list as the page shows it. */
    record Book(List<String> goals, List<Todo> actions, List<Written> notes) {}

    Book of(Referral referral) {
        Notebook book = notebooks.of(referral.id());
        return new Book(
                book.goals().stream().map(Personal::text).toList(),
                book.actions().stream().map(this::todo).toList(),
                book.notes().stream().map(this::written).toList());
    }

    private Todo todo(AgreedAction action) {
        return new Todo(
                action.id().toString(),
                action.what().text(),
                action.who().text(),
                InWords.date(action.by()),
                !action.isDone() && action.by().isBefore(days.today()),
                action.isDone() ? InWords.stamp(action.doneAt()) : null);
    }

    private Written written(Note note) {
        String by = signers.name(note.by()).map(Personal::text).orElse("");
        String how = note.how() == null
                ? null
                : note.how().label() + ", " + note.with().text();
        return new Written(InWords.stamp(note.at()), by, how, note.text().text());
    }
}
