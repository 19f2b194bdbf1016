package org.commonground.workflow.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.OrganiserId;
import org.commonground.account.Organisers;
import org.commonground.account.PracticeId;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.PostedMessage;
import org.commonground.correspondence.RecipientRole;
import org.commonground.correspondence.outbox.Mend;
import org.commonground.correspondence.outbox.MendMail;
import org.commonground.correspondence.outbox.Outbox;
import org.commonground.neighbourhood.Practices;
import org.commonground.person.Person;
import org.commonground.platform.personal.MailAddress;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.details.PersonDetails;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForm;
import org.springframework.stereotype.Component;

/**
 * Mend a mail that could not be delivered: by the team where it was for a person, else by an administrator. A new
 * address is kept by whoever owns the recipient, so that the next mail is right too; the model's next step sends again.
 */
@Component
class MendMailForm implements TaskForm<MendMail> {

    private final Outbox outbox;
    private final Referrals referrals;
    private final PersonDetails details;
    private final Practices practices;
    private final Accounts accounts;
    private final Organisers organisers;

    MendMailForm(
            Outbox outbox,
            Referrals referrals,
            PersonDetails details,
            Practices practices,
            Accounts accounts,
            Organisers organisers) {
        this.outbox = outbox;
        this.referrals = referrals;
        this.details = details;
        this.practices = practices;
        this.accounts = accounts;
        this.organisers = organisers;
    }

    @Override
    public Class<MendMail> record() {
        return MendMail.class;
    }

    @Override
    public Map<String, Object> prefill(TaskAtHand task, Actor actor) {
        PostedMessage mail = outbox.find(new MessageId(task.subject()));
        Recipient recipient = recipient(mail);
        Map<String, Object> values = new HashMap<>();
        values.put("about", about(mail.kind()));
        values.put("recipient", recipient.name());
        values.put("reason", reason(mail.status()));
        values.put("mendOptions", options(mail.kind().recipient() == RecipientRole.PERSON));
        values.put("address", recipient.mail().map(MailAddress::text).orElse(""));
        return values;
    }

    @Override
    public Map<String, Object> answer(TaskAtHand task, MendMail answer, Actor actor) {
        MessageId id = new MessageId(task.subject());
        if (answer.mend() == Mend.SEND_ANOTHER_WAY) {
            outbox.anotherWay(id, actor);
        } else if (answer.mend() == Mend.TOLD_OTHERWISE) {
            outbox.toldOtherwise(id, actor);
        } else if (answer.address() != null) {
            correct(outbox.find(id), answer.address(), actor);
        }
        return Map.of("mend", answer.mend().word());
    }

    /** Only a message to the person can go by letter or in a call. */
    private static List<Map<String, String>> options(boolean person) {
        List<Map<String, String>> options = new ArrayList<>();
        options.add(option(Mend.SEND_AGAIN, "Send the mail again"));
        if (person) {
            options.add(option(Mend.SEND_ANOTHER_WAY, "Tell the person by letter or in a call"));
        }
        options.add(option(Mend.TOLD_OTHERWISE, "I have told them in another way"));
        return options;
    }

    private static Map<String, String> option(Mend mend, String label) {
        return Map.of("value", mend.word(), "label", label);
    }

    private void correct(PostedMessage mail, MailAddress address, Actor actor) {
        if (recipient(mail).mail().equals(Optional.of(address))) {
            return;
        }
        switch (mail.kind().recipient()) {
            case PERSON -> details.changeMail(new ReferralId(mail.recipient()), address, actor);
            case PRACTICE -> practices.changeMail(new PracticeId(mail.recipient()), address, actor);
            case ORGANISER -> organisers.changeMail(new OrganiserId(mail.recipient()), address, actor);
            case SAFEGUARDING_LEAD, STAFF -> accounts.changeMail(new AccountId(mail.recipient()), address, actor);
        }
    }

    private record Recipient(String name, Optional<MailAddress> mail) {}

    private Recipient recipient(PostedMessage mail) {
        return switch (mail.kind().recipient()) {
            case PERSON -> {
                Person person = referrals.personOf(new ReferralId(mail.recipient()));
                yield new Recipient(person.name().text(), person.mail());
            }
            case PRACTICE ->
                practices
                        .find(new PracticeId(mail.recipient()))
                        .map(practice -> new Recipient(practice.name(), Optional.of(practice.mail())))
                        .orElseThrow();
            case ORGANISER ->
                organisers
                        .find(new OrganiserId(mail.recipient()))
                        .map(organiser -> new Recipient(organiser.name().text(), Optional.ofNullable(organiser.mail())))
                        .orElseThrow();
            case SAFEGUARDING_LEAD, STAFF ->
                accounts.find(new AccountId(mail.recipient()))
                        .map(account ->
                                new Recipient(account.displayName().text(), Optional.ofNullable(account.mail())))
                        .orElseThrow();
        };
    }

    private static String about(MessageKind kind) {
        return switch (kind) {
            case RECEIVED -> "Tells the practice that their referral has arrived";
            case CONVERSATION_APPOINTMENT -> "Tells the person when and where you talk";
            case NOT_REACHED -> "Writes to the person a last time, because they could not be reached";
            case FIRST_SESSION_APPOINTMENT -> "Tells the person when and where their first session is";
            case OFFER -> "Asks the organiser whether somebody may come";
            case OFFER_REMINDER -> "Reminds the organiser that somebody waits for an answer";
            case OFFER_LAPSED -> "Tells the team lead or a stand-in that a group did not answer";
            case QUESTION_WAITS -> "Tells the link worker that a group asks something";
            case QUESTION_ANSWERED -> "Tells the organiser that their question has been answered";
            case FIRST_SESSION_MOVED -> "Tells the organiser that a first session has a new day";
            case PLACE_GIVEN_BACK -> "Tells the organiser that a place is free again";
            case PLACE_PASSED_ON -> "Tells the team lead or a stand-in that a freed place went to the next who waits";
            case PERSON_NOT_TOLD -> "Tells the team lead or a stand-in that the person could not be told something";
            case NEWS -> "Tells the practice that there is news about their referral";
            case CONCERN_RAISED -> "Tells the safeguarding lead that something needs attention";
            case CRISIS -> "Tells the team, its lead or the supervisors that a person is in crisis";
            case TASK_OVERDUE -> "Tells a team lead or stand-in that a task is overdue";
        };
    }

    private static String reason(String status) {
        return switch (status) {
            case "bad-address" -> "The address is not a whole mail address";
            case "550", "551", "553" -> "Their mail server says that there is no such mailbox (" + status + ")";
            case "552" -> "Their mailbox is full, or the mail was too big for it (552)";
            case "not-composed", "not-written", "bad-subject" ->
                "The mail could not be written: tell your administrator \"" + status + "\"";
            default -> "The mail server refused it (" + status + ")";
        };
    }
}
