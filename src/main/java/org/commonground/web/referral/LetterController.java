package org.commonground.web.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.correspondence.MessageId;
import org.commonground.correspondence.outbox.Messages;
import org.commonground.correspondence.words.LetterPrinter;
import org.commonground.correspondence.words.LetterPrinter.Print;
import org.commonground.correspondence.words.Letters.Letter;
import org.commonground.neighbourhood.Team;
import org.commonground.neighbourhood.Teams;
import org.commonground.person.Person;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Letters to print, for the referral's team: of a message that goes by letter, by its id. Written when opened and kept
 * nowhere, not by the browser either.
 */
@Controller
class LetterController {

    private final Door door;
    private final Messages messages;
    private final Referrals referrals;
    private final Teams teams;
    private final LetterPrinter printer;
    private final WorkingDays days;

    LetterController(
            Door door, Messages messages, Referrals referrals, Teams teams, LetterPrinter printer, WorkingDays days) {
        this.door = door;
        this.messages = messages;
        this.referrals = referrals;
        this.teams = teams;
        this.printer = printer;
        this.days = days;
    }

    @GetMapping("/letters/{id}")
    ResponseEntity<byte[]> letter(
            @PathVariable String id,
            @RequestParam(defaultValue = "normal") String print,
            @AuthenticationPrincipal Actor.SignedIn actor) {
        MessageId message = message(id);
        Referral referral = referralOf(message, actor);
        Letter letter = messages.words(message).orElseThrow(NoSuchPage::new);
        byte[] pdf = printer.print(letter, head(referral), print.equals("large") ? Print.LARGE : Print.NORMAL);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"letter.pdf\"")
                .body(pdf);
    }

    private Referral referralOf(MessageId message, Actor.SignedIn actor) {
        UUID id = messages.referralOf(message).orElseThrow(NoSuchPage::new);
        return door.openForTeam(referrals.find(new ReferralId(id)).reference().text(), actor);
    }

    private LetterPrinter.Head head(Referral referral) {
        Person person = referrals.personOf(referral.id());
        List<String> to = new ArrayList<>();
        to.add(person.name().text());
        person.address()
                .ifPresent(address ->
                        to.addAll(address.text().lines().map(String::strip).toList()));
        String from = teams.find(referral.team()).map(Team::name).orElse("Your link worker");
        return new LetterPrinter.Head(from, to, InWords.date(days.today()));
    }

    private static MessageId message(String id) {
        try {
            return MessageId.of(id);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage();
        }
    }
}
