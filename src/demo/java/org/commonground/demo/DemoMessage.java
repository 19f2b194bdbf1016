package org.commonground.demo;

import java.time.LocalDate;
import org.commonground.person.Ethnicity;
import org.commonground.person.SafeWays;
import org.commonground.person.Safety;
import org.commonground.person.Way;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Trait;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.intake.OwnNumber;
import org.commonground.referral.intake.ReferralMessage;

/** The message by which a practice refers the person of a story. Every way is safe that the story does not name. */
final class DemoMessage {

    private DemoMessage() {}

    static ReferralMessage of(DemoStory story) {
        return new ReferralMessage(
                new OwnNumber(story.number()),
                story.urgency(),
                who(story.who()),
                new SafeWays(
                        way(story, Way.CALL),
                        way(story, Way.VOICEMAIL),
                        way(story, Way.TEXT),
                        way(story, Way.MAIL),
                        way(story, Way.LETTER),
                        null,
                        new Narrative("Weekdays until four")),
                referrer(story),
                new ReferralMessage.Reason(new Narrative(story.why()), story.needs()),
                new ReferralMessage.Requirements(story.support(), Narrative.of(story.notes())),
                risk(story.risk()),
                new ReferralMessage.Agreement(
                        true, GivenBy.PERSON, null, null, true, story.who().mail() != null, false));
    }

    private static ReferralMessage.Who who(DemoStory.Who who) {
        return new ReferralMessage.Who(
                new NhsNumber(who.nhs()),
                null,
                new PersonName(who.given()),
                new PersonName(who.family()),
                PersonName.of(who.called()),
                new BirthDate(LocalDate.parse(who.born())),
                who.gender(),
                who.ethnicity() == null ? Ethnicity.PREFER_NOT_TO_SAY : who.ethnicity(),
                new PostalAddress(who.address().replace(", ", "\n")),
                new Phone(who.phone()),
                null,
                MailAddress.of(who.mail()),
                Trait.of(who.language()),
                who.interpreter());
    }

    private static Safety way(DemoStory story, Way way) {
        return story.ways().getOrDefault(way, Safety.SAFE);
    }

    private static ReferralMessage.Referrer referrer(DemoStory story) {
        String usual = DemoPractice.of(story.from()).duty() + ", GP";
        String[] words = (story.refers() == null ? usual : story.refers()).split(", ", 2);
        return new ReferralMessage.Referrer(new PersonName(words[0]), new Trait(words[1]));
    }

    private static ReferralMessage.Risk risk(DemoStory.Risk risk) {
        return risk == null
                ? new ReferralMessage.Risk(RiskLevel.NONE, null, null)
                : new ReferralMessage.Risk(risk.level(), Narrative.of(risk.what()), Narrative.of(risk.instruction()));
    }
}
