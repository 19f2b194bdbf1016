package org.commonground.workflow.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonground.account.Signers;
import org.commonground.conversation.notebook.AgreedAction;
import org.commonground.conversation.notebook.Note;
import org.commonground.conversation.notebook.Notebook;
import org.commonground.conversation.notebook.Notebooks;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Component;

/** What is written down about a person, as forms show it. */
@Component
class NotebookWords {

    private static final int NEWEST = 5;

    private final Notebooks notebooks;
    private final Signers signers;

    NotebookWords(Notebooks notebooks, Signers signers) {
        this.notebooks = notebooks;
        this.signers = signers;
    }

    /** The values {@code notes, goals, wants, openActions, openActionsInWords}. */
    Map<String, Object> about(ReferralId id) {
        Notebook book = notebooks.of(id);
        return Map.of(
                "notes", notes(book),
                "goals", book.goals().stream().map(Narrative::text).collect(Collectors.joining("\n")),
                "wants",
                        book.goals().isEmpty()
                                ? "nothing was said"
                                : book.goals().stream().map(Narrative::text).collect(Collectors.joining("; ")),
                "openActions",
                        book.open().stream()
                                .map(action -> Map.of("value", action.id().toString(), "label", words(action)))
                                .toList(),
                "openActionsInWords",
                        book.open().isEmpty()
                                ? "none"
                                : book.open().stream().map(NotebookWords::words).collect(Collectors.joining("; ")));
    }

    private String notes(Notebook book) {
        List<Note> newest = book.notes().stream().limit(NEWEST).toList();
        return newest.isEmpty() ? "None yet." : newest.stream().map(this::words).collect(Collectors.joining("\n\n"));
    }

    private String words(Note note) {
        String by = signers.name(note.by()).map(name -> ", " + name.text()).orElse("");
        String how = note.how() == null
                ? ""
                : ", " + note.how().label().toLowerCase(Locale.UK) + ", "
                        + note.with().text();
        return "**" + InWords.stamp(note.at()) + by + how + ":** " + note.text().text();
    }

    private static String words(AgreedAction action) {
        return action.what().text() + ": " + action.who().text() + ", by " + InWords.date(action.by());
    }
}
