package org.commonground.web.referral;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.talk.Conversations;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.InWords;
import org.commonground.referral.ReferralId;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.duplicate.Requests;
import org.commonground.web.referral.ReferralPage.Fact;
import org.springframework.stereotype.Component;

/** What the person wants and needs, as they said it last, and what is known about risk: for its team alone. */
@Component
class WantedWords {

    private final Requests requests;
    private final Conversations conversations;
    private final SafetyChecks checks;

    WantedWords(Requests requests, Conversations conversations, SafetyChecks checks) {
        this.requests = requests;
        this.conversations = conversations;
        this.checks = checks;
    }

    /** Empty before anybody has talked with the person. */
    List<Fact> by(ReferralId referral) {
        Wishes said = conversations.earlier(referral);
        List<Fact> facts = new ArrayList<>();
        add(facts, "In their own words", Optional.ofNullable(said.whatMatters()).map(Narrative::text));
        add(facts, "Wants help with", joined(said.needs(), Need::label));
        add(facts, "Needs to take part", joined(said.support(), Support::label));
        add(facts, "Days that suit", joined(said.days(), day -> day.getDisplayName(TextStyle.FULL, Locale.UK)));
        add(facts, "Times that suit", joined(said.times(), PartOfDay::label));
        add(facts, "Can travel", Optional.ofNullable(said.travel()).map(Travel::label));
        add(facts, "Can spend", Optional.ofNullable(said.spending()).map(Spending::label));
        add(facts, "Also speaks", Optional.ofNullable(said.alsoSpeaks()).map(Narrative::text));
        return facts;
    }

    /** What the practice knew, and what the last safety check says where it says that there is any. */
    List<Fact> risks(ReferralId referral) {
        List<Fact> risks = new ArrayList<>();
        risks.add(new Fact(
                "Risk known to the practice", requests.of(referral).risk().inWords()));
        checks.latest(referral)
                .filter(side -> side.risks().gravest() != RiskLevel.NONE)
                .ifPresent(side -> risks.add(new Fact("Risk in the safety check", checked(side))));
        return risks;
    }

    private static String checked(PersonSide side) {
        String risks = side.risks().inWords() + ", on " + InWords.stamp(side.signedAt());
        return side.riskNote() == null ? risks : risks + "\n" + side.riskNote().text();
    }

    private static void add(List<Fact> facts, String label, Optional<String> words) {
        words.filter(text -> !text.isBlank()).ifPresent(text -> facts.add(new Fact(label, text)));
    }

    private static <T extends Comparable<T>> Optional<String> joined(List<T> several, Function<T, String> label) {
        return Optional.of(several.stream().sorted().map(label).collect(Collectors.joining(", ")));
    }
}
