package org.commonground.correspondence.words;

import java.time.Clock;
import java.util.Optional;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.ToPeople;
import org.commonground.neighbourhood.Neighbourhoods;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds each kind's composer among the capabilities, late, because they in turn post mails. */
@Component
public class Composers {

    private final ObjectProvider<MessageComposer> composers;
    private final ObjectProvider<Neighbourhoods> neighbourhoods;
    private final ObjectProvider<ToPeople> people;
    private final Clock clock;

    Composers(
            ObjectProvider<MessageComposer> composers,
            ObjectProvider<Neighbourhoods> neighbourhoods,
            ObjectProvider<ToPeople> people,
            Clock clock) {
        this.clock = clock;
        this.people = people;
        this.neighbourhoods = neighbourhoods;
        this.composers = composers;
    }

    /** What a message says now; empty where there is nothing to say any more, or its day has passed. */
    public Optional<Message> words(PostedMessage mail) {
        if (mail.isOver(clock.instant())) {
            return Optional.empty();
        }
        return of(mail.kind())
                .compose(mail.subject(), mail.recipient(), mail.occasion())
                .map(words -> words.from(
                        mail.neighbourhood()
                                .flatMap(where -> neighbourhoods.getObject().find(where)),
                        linkWorker(mail)));
    }

    private Optional<String> linkWorker(PostedMessage mail) {
        return mail.kind().recipient() == RecipientRole.PERSON
                ? people.getObject().linkWorkerOf(mail.recipient())
                : Optional.empty();
    }

    public MessageComposer of(MessageKind kind) {
        return composers.stream()
                .filter(composer -> composer.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody composes the mail " + kind.word()));
    }
}
