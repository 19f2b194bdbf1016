package org.commonground.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.account.NewAccount;
import org.commonground.account.Post;
import org.commonground.account.Role;
import org.commonground.group.GroupFull;
import org.commonground.group.GroupId;
import org.commonground.group.Support;
import org.commonground.placement.ConsentGiven;
import org.commonground.placement.PersonSays;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Verdict;
import org.commonground.placement.check.CheckPersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.placement.check.Weighing;
import org.commonground.placement.choice.Choice;
import org.commonground.placement.choice.Choices;
import org.commonground.placement.choice.ChooseGroups;
import org.commonground.placement.firstsession.AskPerson;
import org.commonground.placement.firstsession.FirstSessions;
import org.commonground.placement.firstsession.PersonNoReason;
import org.commonground.placement.firstsession.SessionPlan;
import org.commonground.placement.offer.AnswerOffer;
import org.commonground.placement.offer.ConditionKind;
import org.commonground.placement.offer.DeclineReason;
import org.commonground.placement.offer.OfferAnswer;
import org.commonground.placement.offer.Offers;
import org.commonground.placement.offer.Promises;
import org.commonground.placement.offer.YesPartlyNo;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.RiskLevel;
import org.commonground.referral.consent.GivenBy;
import org.commonground.referral.intake.Intake;
import org.springframework.beans.factory.BeanFactory;

/**
 * Brings placements to where a test wants them, through the services alone: no process runs beside them, so the test
 * calls what the steps would call.
 */
public record Placing(BeanFactory context, Neighbourhood here, Actor.SignedIn linkWorker) {

    public static Placing in(BeanFactory context) {
        Neighbourhood here = Neighbourhood.in(context);
        return new Placing(context, here, account(context, Role.LINK_WORKER, here, List.of()));
    }

    /** Somebody with a role, signed in; an organiser of the groups, or a member of the team. */
    public Actor.SignedIn somebody(Role role, GroupId... groups) {
        return account(context, role, role == Role.ORGANISER ? null : here, Arrays.asList(groups));
    }

    public ReferralId referral() {
        return referral(Invented.referral());
    }

    public ReferralId referral(Invented invented) {
        return context.getBean(Intake.class)
                .receive(invented.message(), null, here.actor())
                .referral();
    }

    public List<PlacementId> choose(ReferralId referral, GroupId... groups) {
        return context.getBean(Choices.class).choose(referral, choice(groups), linkWorker);
    }

    public static ChooseGroups choice(GroupId... groups) {
        List<UUID> ids = Arrays.stream(groups).map(GroupId::value).toList();
        return Filled.in(
                ChooseGroups.class, "choice", Choice.TRY, "groups", ids, "shareWith", ids, "consentBy", GivenBy.PERSON);
    }

    /** The same by somebody who would wait where there is no place. */
    public static ChooseGroups waiting(GroupId... groups) {
        return Filled.with(choice(groups), "wouldWait", true);
    }

    /** A person's side without risk: step-free access needed, nothing to be told. */
    public static CheckPersonSide noRisk() {
        return side(RiskLevel.NONE, null, null, List.of(Support.STEP_FREE));
    }

    public static CheckPersonSide side(RiskLevel risk, String instruction, Boolean share, List<Support> support) {
        return new CheckPersonSide(
                null,
                Narrative.of("Walks with a frame"),
                null,
                null,
                null,
                support,
                support.equals(List.of(Support.STEP_FREE)) ? null : false,
                null,
                RiskLevel.NONE,
                RiskLevel.NONE,
                risk,
                RiskLevel.NONE,
                false,
                risk == RiskLevel.NONE
                        ? null
                        : Narrative.of("Her nephew has shouted at her; she has his number blocked"),
                false,
                Narrative.of(instruction),
                share,
                new ConsentGiven(share == null ? null : GivenBy.PERSON, null, null),
                true);
    }

    public void check(PlacementId placement) {
        context.getBean(SafetyChecks.class).check(placement, noRisk(), linkWorker);
    }

    /** A placement whose offer is open. */
    public PlacementId offered(ReferralId referral, GroupId group) throws GroupFull {
        PlacementId placement = choose(referral, group).get(0);
        check(placement);
        context.getBean(Weighing.class).weighed(placement, Verdict.GO_AHEAD);
        context.getBean(Promises.class).hold(placement);
        return placement;
    }

    public static AnswerOffer yes() {
        return new AnswerOffer(
                YesPartlyNo.YES,
                true,
                true,
                PersonName.of("Alex Organiserly"),
                OfferAnswer.ACCEPTED,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, with something asked for. */
    public static AnswerOffer yesIf(ConditionKind kind, String conditions) {
        return new AnswerOffer(
                YesPartlyNo.PARTLY,
                true,
                true,
                PersonName.of("Alex Organiserly"),
                OfferAnswer.ACCEPTED_WITH_CONDITIONS,
                kind,
                Narrative.of(conditions),
                null,
                null,
                null,
                null,
                null);
    }

    public static AnswerOffer ask(String question) {
        return new AnswerOffer(
                null, null, null, null, OfferAnswer.ASKED, null, null, Narrative.of(question), null, null, null, null);
    }

    public static AnswerOffer notNow(LocalDate tryAgainFrom) {
        return new AnswerOffer(
                null,
                null,
                null,
                null,
                OfferAnswer.NOT_NOW,
                null,
                null,
                null,
                DeclineReason.NO_CAPACITY,
                tryAgainFrom,
                null,
                null);
    }

    /** What somebody of the group said on the phone, as a link worker records it. */
    public static AnswerOffer byPhone(AnswerOffer said, String spokenWith) {
        return new AnswerOffer(
                said.support(),
                said.enoughPeople(),
                said.placeSuits(),
                said.contactOnDay(),
                said.answer(),
                said.conditionKind(),
                said.conditions(),
                said.question(),
                said.declineReason(),
                said.tryAgainFrom(),
                said.note(),
                PersonName.of(spokenWith));
    }

    public static AnswerOffer no() {
        return new AnswerOffer(
                YesPartlyNo.NO,
                true,
                true,
                null,
                OfferAnswer.DECLINED,
                null,
                null,
                null,
                DeclineReason.SUPPORT_NEED,
                null,
                null,
                null);
    }

    public PlacementId accepted(ReferralId referral, GroupId group) throws GroupFull {
        PlacementId placement = offered(referral, group);
        context.getBean(Offers.class).answer(placement, yes(), somebody(Role.ORGANISER, group));
        return placement;
    }

    /** The person says yes to a first session today at 14:00. */
    public AskPerson today() {
        return new AskPerson(
                PersonSays.YES,
                null,
                null,
                new SessionPlan(
                        context.getBean(WorkingDays.class).today(),
                        LocalTime.of(14, 0),
                        Narrative.of("Chapel Hall, Invented Row"),
                        PersonName.of("Alex Organiserly"),
                        false,
                        null));
    }

    public static AskPerson personSaysNo() {
        return new AskPerson(PersonSays.NO, PersonNoReason.TRAVEL, null, null);
    }

    /** A placement whose first session is today. */
    public PlacementId agreed(ReferralId referral, GroupId group) throws GroupFull {
        PlacementId placement = accepted(referral, group);
        context.getBean(FirstSessions.class).ask(placement, today(), linkWorker);
        return placement;
    }

    private static Actor.SignedIn account(BeanFactory context, Role role, Neighbourhood here, List<GroupId> groups) {
        String username = role.word() + "-" + UUID.randomUUID().toString().substring(0, 12);
        NewAccount nobody =
                NewAccount.of(username, UUID.randomUUID().toString(), "Robin Invented", username + "@example.org");
        NewAccount account = (role.isPost()
                        ? nobody.holding(new Post(role, Here.in(context)))
                        : Filled.with(nobody, "roles", Set.of(role)))
                .inGroups(groups.stream().map(GroupId::value).toArray(UUID[]::new));
        Account made = context.getBean(Accounts.class)
                .create(here == null ? account : account.inTeams(here.team().id()), Actor.SYSTEM);
        return context.getBean(Accounts.class).actorOf(made.id());
    }
}
