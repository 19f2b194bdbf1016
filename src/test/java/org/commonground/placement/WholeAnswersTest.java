package org.commonground.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commonground.conversation.signpost.SignpostedHow;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.commonground.placement.check.CheckPersonSide;
import org.commonground.placement.check.GiveSecondOpinion;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.choice.NoGroupReason;
import org.commonground.placement.choice.OverrideReason;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.placement.firstsession.AfterMissed;
import org.commonground.placement.firstsession.AskAfterMissed;
import org.commonground.placement.firstsession.AskPerson;
import org.commonground.placement.firstsession.MissedBecause;
import org.commonground.placement.firstsession.PersonNoReason;
import org.commonground.placement.firstsession.SessionPlan;
import org.commonground.placement.offer.AnswerOffer;
import org.commonground.placement.offer.ConditionKind;
import org.commonground.placement.offer.DeclineReason;
import org.commonground.placement.offer.PhoneOrganiser;
import org.commonground.placement.offer.YesPartlyNo;
import org.commonground.placement.waiting.AskStillWanted;
import org.commonground.placement.waiting.LeaveWaitingList;
import org.commonground.placement.waiting.ReviewWaiting;
import org.commonground.placement.waiting.Stay;
import org.commonground.placement.waiting.StopWaiting;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.consent.GivenBy;
import org.commonground.testing.Filled;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.Test;

/** What an answer must say because of what else it says: each rule by itself, refused at its own field alone. */
class WholeAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Narrative WORDS = new Narrative("In a few words");
    private static final PersonName NAME = new PersonName("Alex Organiserly");

    @Test
    void theAnswerToAnOffer() {
        Consumer<AnswerOffer> check = answer -> answer.requireWhole(false, TODAY);
        AnswerOffer yes = Placing.yes();
        asksFor(yes, check, "answer", "support", "enoughPeople", "placeSuits", "contactOnDay");
        refuses(Filled.with(yes, "support", YesPartlyNo.NO), check, "answer");
        refuses(Filled.with(yes, "enoughPeople", false), check, "answer");
        refuses(Filled.with(yes, "placeSuits", false), check, "answer");
        asksFor(
                Placing.yesIf(ConditionKind.OTHER, "With a carer"),
                check,
                "contactOnDay",
                "conditionKind",
                "conditions");
        asksFor(Placing.ask("Does she need a lift?"), check, "question");
        asksFor(Placing.no(), check, "support", "enoughPeople", "placeSuits", "declineReason");
        asksFor(Filled.with(Placing.no(), "declineReason", DeclineReason.OTHER, "note", WORDS), check, "note");

        asksFor(Placing.byPhone(yes, "Alex"), answer -> answer.requireWhole(true, TODAY), "spokenWith");
    }

    @Test
    void notNowNamesADayAfterTodayWithinAYear() {
        Consumer<AnswerOffer> check = answer -> answer.requireWhole(false, TODAY);
        asksFor(Placing.notNow(TODAY.plusDays(1)), check, "declineReason", "tryAgainFrom");
        takes(Placing.notNow(TODAY.plusMonths(12)), check);
        refuses(Placing.notNow(TODAY), check, "tryAgainFrom");
        refuses(Placing.notNow(TODAY.plusMonths(12).plusDays(1)), check, "tryAgainFrom");
    }

    @Test
    void aChoiceOfGroups() {
        Consumer<ChooseGroups> check = ChooseGroups::requireWhole;
        GroupId group = GroupId.next();
        ChooseGroups one = Placing.choice(group);
        asksFor(one, check, "consentBy");
        refuses(Placing.choice(), check, "groups");
        refuses(Placing.choice(group, group), check, "groups");
        refuses(Filled.with(one, "shareWith", List.of()), check, "shareWith");
        refuses(
                Filled.with(
                        one, "shareWith", Placing.choice(group, GroupId.next()).groups()),
                check,
                "shareWith");
        refuses(Filled.with(one, "notThere", one.groups()), check, "notThere");
        asksFor(Filled.with(one, "overrideReason", OverrideReason.OTHER, "overrideNote", WORDS), check, "overrideNote");
        ChooseGroups deputy = Filled.with(one, "consentBy", GivenBy.ATTORNEY_OR_DEPUTY);
        asksFor(
                Filled.with(deputy, "consentDecidedBy", NAME, "consentGrounds", WORDS),
                check,
                "consentDecidedBy",
                "consentGrounds");

        ChooseGroups none = Filled.in(ChooseGroups.class, "choice", Choice.NO_SUITABLE_GROUP);
        asksFor(
                Filled.with(none, "noGroupReason", NoGroupReason.NONE_NEAR, "noGroupNote", WORDS),
                check,
                "noGroupReason",
                "noGroupNote");
        ChooseGroups elsewhere = Filled.in(ChooseGroups.class, "choice", Choice.SIGNPOSTED, "signpostedTo", WORDS);
        asksFor(
                Filled.with(elsewhere, "signpostedWhy", WORDS, "signpostedHow", SignpostedHow.values()[0]),
                check,
                "signpostedTo",
                "signpostedWhy",
                "signpostedHow");
    }

    @Test
    void thePersonsSideOfTheCheck() {
        Consumer<CheckPersonSide> check = side -> side.requireWhole(Set.of(Support.STEP_FREE));
        CheckPersonSide noRisk = Placing.noRisk();
        asksFor(noRisk, check, "signed");
        refuses(Filled.with(noRisk, "signed", false), check, "signed");
        refuses(Filled.with(noRisk, "crisis", true), check, "crisis");
        CheckPersonSide more = Filled.with(noRisk, "support", List.of(Support.STEP_FREE, Support.SIGN_LANGUAGE));
        takes(Filled.with(more, "supportArranged", false), check);
        asksFor(
                Filled.with(more, "supportArranged", true, "supportArrangement", WORDS),
                check,
                "supportArranged",
                "supportArrangement");

        List<Support> stepFree = List.of(Support.STEP_FREE);
        asksFor(
                Placing.side(RiskLevel.MANAGED, "Sits near the door", true, stepFree),
                check,
                "riskNote",
                "instruction",
                "shareRisks",
                "consentBy");
        takes(Placing.side(RiskLevel.MANAGED, null, false, stepFree), check);
        asksFor(Placing.side(RiskLevel.NONE, "Sits near the door", false, stepFree), check, "shareRisks");
    }

    @Test
    void aSecondOpinionIsNotAskedForAgain() {
        Consumer<GiveSecondOpinion> check = GiveSecondOpinion::requireWhole;
        takes(new GiveSecondOpinion(Verdict.NOT_THIS_GROUP, WORDS), check);
        refuses(new GiveSecondOpinion(Verdict.SECOND_OPINION, WORDS), check, "verdict");
    }

    @Test
    void whatThePersonSaysToAYes() {
        Consumer<AskPerson> check = said -> said.requireWhole(TODAY, group(Tier.FULL));
        asksFor(Placing.personSaysNo(), check, "noReason");
        asksFor(Filled.with(Placing.personSaysNo(), "noReason", PersonNoReason.OTHER, "note", WORDS), check, "note");
        AskPerson yes = new AskPerson(
                PersonSays.YES, null, null, new SessionPlan(TODAY, LocalTime.of(14, 0), WORDS, NAME, false, null));
        asksFor(yes, check, "firstSessionOn", "firstSessionAt", "meetingPlace", "metBy", "accompanied");
    }

    @Test
    void aFirstSessionIsWithinSixMonthsAndAccompaniedWhereItMustBe() {
        Consumer<AskAfterMissed> check = said -> said.requireWhole(TODAY, group(Tier.FULL));
        AskAfterMissed again = new AskAfterMissed(
                MissedBecause.OTHER,
                AfterMissed.TRY_AGAIN,
                new SessionPlan(TODAY, LocalTime.of(14, 0), WORDS, NAME, false, null),
                WORDS);
        asksFor(again, check, "note", "firstSessionOn");
        takes(Filled.with(again, "firstSessionOn", TODAY.plusMonths(6)), check);
        refuses(Filled.with(again, "firstSessionOn", TODAY.minusDays(1)), check, "firstSessionOn");
        refuses(Filled.with(again, "firstSessionOn", TODAY.plusMonths(6).plusDays(1)), check, "firstSessionOn");

        Consumer<AskAfterMissed> accompanied = said -> said.requireWhole(TODAY, group(Tier.ACCOMPANIED));
        refuses(again, accompanied, "accompanied");
        takes(Filled.with(again, "accompanied", true), accompanied);
    }

    @Test
    void aCallToAnOrganiser() {
        takes(new PhoneOrganiser(false, null, null), PhoneOrganiser::requireWhole);
        asksFor(new PhoneOrganiser(true, NAME, WORDS), PhoneOrganiser::requireWhole, "spokenWith", "agreed");
    }

    @Test
    void whoeverWaitsNoLongerHasAReason() {
        asksFor(
                new ReviewWaiting(Stay.LEAVE, StopWaiting.OTHER, WORDS),
                ReviewWaiting::requireWhole,
                "stopReason",
                "note");
        Consumer<AskStillWanted> check = AskStillWanted::requireWhole;
        asksFor(new AskStillWanted(PersonSays.NO, StopWaiting.OTHER, WORDS), check, "noReason", "note");
        refuses(new AskStillWanted(PersonSays.NO, StopWaiting.LIST_CLOSED, WORDS), check, "noReason");
        asksFor(new LeaveWaitingList(StopWaiting.OTHER, WORDS), LeaveWaitingList::requireWhole, "note");
    }

    @Test
    void whoeverLeavesOrIsStoppedHasAReason() {
        asksFor(new RecordLeaving(PlacementId.next(), LeftBecause.OTHER, WORDS), RecordLeaving::requireWhole, "note");
        Consumer<StopReferral> check = StopReferral::requireWhole;
        ReferralId referral = ReferralId.next();
        asksFor(
                new StopReferral(referral, StopReason.OTHER, ToldBy.PERSON, ToldHow.CALL, WORDS),
                check,
                "how",
                "narrative");
        takes(new StopReferral(referral, StopReason.DIED, ToldBy.NOBODY, null, null), check);
        refuses(new StopReferral(referral, StopReason.DIED, ToldBy.PERSON, ToldHow.CALL, null), check, "told");
    }

    /** Takes the answer as it is, and asks for each of the fields alone where it is left out. */
    private static <R extends Record> void asksFor(R whole, Consumer<R> check, String... fields) {
        takes(whole, check);
        for (String field : fields) {
            refuses(Filled.with(whole, field, null), check, field);
        }
    }

    private static <R extends Record> void takes(R answer, Consumer<R> check) {
        assertThatCode(() -> check.accept(answer)).doesNotThrowAnyException();
    }

    private static <R extends Record> void refuses(R answer, Consumer<R> check, String field) {
        assertThatThrownBy(() -> check.accept(answer))
                .as("%s in %s", field, answer)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys(field));
    }

    private static Group group(Tier tier) {
        return Filled.in(
                Group.class,
                "alsoFor",
                Set.of(),
                "tier",
                tier,
                "meets",
                Set.of(),
                "offers",
                Set.of(),
                "languages",
                Set.of(),
                "sessions",
                List.of(),
                "fromHome",
                false,
                "waitingList",
                false);
    }
}
