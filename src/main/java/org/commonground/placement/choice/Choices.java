package org.commonground.placement.choice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.signpost.Signpostings;
import org.commonground.conversation.talk.Conversations;
import org.commonground.group.Availability;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.group.Places;
import org.commonground.person.Person;
import org.commonground.placement.Consenting;
import org.commonground.placement.OthersWanted;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementLocks;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementSettings;
import org.commonground.placement.PlacementState;
import org.commonground.placement.Standings;
import org.commonground.placement.match.Candidate;
import org.commonground.placement.match.District;
import org.commonground.placement.match.Matching;
import org.commonground.placement.match.Suggestion;
import org.commonground.placement.match.Suggestions;
import org.commonground.placement.match.Wish;
import org.commonground.placement.offer.GroupSideRepository;
import org.commonground.placement.waiting.WaitingRepository;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.Standing;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Purpose;
import org.commonground.referral.duplicate.Requests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Choosing groups with the person: what is suggested and why, and what they choose. */
@Service
@Transactional
public class Choices {

    private static final Set<Standing> BEFORE_CHOOSING =
            Set.of(Standing.RECEIVED, Standing.REACHING, Standing.TALKING, Standing.CLOSED);

    private final ChoiceRepository choices;
    private final PreferenceRepository preferences;
    private final PlacementRepository placements;
    private final WaitingRepository waiting;
    private final GroupSideRepository groupSides;
    private final PlacementLocks locks;
    private final Referrals referrals;
    private final Requests requests;
    private final ConsentAnswers consents;
    private final Standings standings;
    private final Conversations conversations;
    private final Signpostings signpostings;
    private final Groups groups;
    private final Places places;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;
    private final PlacementSettings settings;

    Choices(
            ChoiceRepository choices,
            PreferenceRepository preferences,
            PlacementRepository placements,
            WaitingRepository waiting,
            GroupSideRepository groupSides,
            PlacementLocks locks,
            Referrals referrals,
            Requests requests,
            ConsentAnswers consents,
            Standings standings,
            Conversations conversations,
            Signpostings signpostings,
            Groups groups,
            Places places,
            Events events,
            WorkingDays days,
            Clock clock,
            PlacementSettings settings) {
        this.choices = choices;
        this.preferences = preferences;
        this.placements = placements;
        this.waiting = waiting;
        this.groupSides = groupSides;
        this.locks = locks;
        this.referrals = referrals;
        this.requests = requests;
        this.consents = consents;
        this.standings = standings;
        this.conversations = conversations;
        this.signpostings = signpostings;
        this.groups = groups;
        this.places = places;
        this.events = events;
        this.days = days;
        this.clock = clock;
        this.settings = settings;
    }

    /** Every group for this person: those that may be chosen, best first, and those left out, with the reasons. */
    @Transactional(readOnly = true)
    public Suggestions suggestions(ReferralId referral) {
        return suggestions(referral, preferences.notThere(referral));
    }

    private Suggestions suggestions(ReferralId referral, Set<GroupId> notThere) {
        Map<GroupId, Placement> before = new HashMap<>();
        placements.of(referral).forEach(placement -> before.put(placement.group(), placement));
        Map<GroupId, Availability> availability = places.availability();
        Map<GroupId, Integer> waits = waiting.counts();
        return Matching.rank(
                        wish(referral),
                        groups.list().stream()
                                .map(group -> new Candidate(
                                        group,
                                        availability.get(group.id()),
                                        waits.getOrDefault(group.id(), 0),
                                        Optional.ofNullable(before.get(group.id())),
                                        notThere.contains(group.id())))
                                .toList())
                .without(notNow(referral));
    }

    /** Groups that said not now about this person, until the day they gave. */
    private Map<GroupId, String> notNow(ReferralId referral) {
        return groupSides.askAgainFrom(referral, days.today()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        from -> "said not now: may be asked again from " + InWords.date(from.getValue())));
    }

    /** How many groups may be tried for one person at once. */
    public int mostAtOnce() {
        return settings.openOffers();
    }

    /** Groups the person said they would like next, in their order, and that they have not tried yet. */
    @Transactional(readOnly = true)
    public List<GroupId> wantedNext(ReferralId referral) {
        Set<GroupId> tried =
                placements.of(referral).stream().map(Placement::group).collect(Collectors.toSet());
        return preferences.next(referral).stream()
                .filter(group -> !tried.contains(group))
                .toList();
    }

    /** Groups the person said they do not want to go to. */
    @Transactional(readOnly = true)
    public Set<GroupId> notThere(ReferralId referral) {
        return preferences.notThere(referral);
    }

    /**
     * Records what the person and their link worker chose: the groups of a new round with the person's consent to
     * share with each, that nothing more is tried for now, where they were signposted to, or that no group suits.
     *
     * @return the placements of the round, empty where no group is tried
     * @throws Refusal for answers that do not fit together, a group that cannot be chosen, too many at once, and while
     *     the referral is paused or closed
     */
    public List<PlacementId> choose(ReferralId id, ChooseGroups command, Actor actor) {
        Commands.require(command).requireWhole();
        Referral referral = referrals.lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has been closed meanwhile");
        }
        locks.requireNotPaused(id);
        int round = choices.rounds(id) + 1;
        requirePossible(id, command);
        choices.insert(id, round, command, referrals.keyOf(id), PlacementLocks.signer(actor), clock.instant());
        if (command.choice() == Choice.SIGNPOSTED) {
            signpostings.record(id, command.signpost(), actor);
            return List.of();
        }
        if (command.choice() == Choice.NO_SUITABLE_GROUP) {
            unmet(id, command.noGroupReason());
            events.publish(NoSuitableGroup.of(id, command.noGroupReason(), actor));
        }
        if (command.choice() != Choice.TRY) {
            return List.of();
        }
        remember(id, command, actor);
        List<PlacementId> chosen = new ArrayList<>();
        for (UUID group : command.groups()) {
            chosen.add(place(id, round, new GroupId(group), command, actor));
        }
        standings.follow(id);
        return chosen;
    }

    /** Whether groups are chosen by now, and still. */
    static boolean isPossible(Referral referral) {
        return referral.isOpen() && !BEFORE_CHOOSING.contains(referral.standing());
    }

    /**
     * The link worker or the person wants to try other groups beside what goes on, or after a group that was no good
     * fit: a new choice is asked for, unless one is open already.
     *
     * @throws Refusal before the conversation and after the referral has ended
     */
    public void wantOthers(ReferralId id, Actor actor) {
        Referral referral = referrals.lock(id);
        if (!isPossible(referral)) {
            throw Refusal.conflict("Groups are chosen after the conversation, and until the referral is closed");
        }
        events.publish(OthersWanted.of(id, actor));
    }

    /**
     * What is left when a round is over. It locks the referral, so that of two rounds that end at one moment the second
     * sees what the first has done.
     */
    public RoundReview review(ReferralId id) {
        referrals.lock(id);
        List<Placement> all = placements.of(id);
        if (all.stream().anyMatch(Placement::isAttending)) {
            return RoundReview.PLACED;
        }
        return all.stream().anyMatch(Placement::isOpen) ? RoundReview.GOES_ON : RoundReview.CHOOSE_AGAIN;
    }

    /** How the last choice came out; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Choice> last(ReferralId referral) {
        return choices.last(referral);
    }

    private PlacementId place(ReferralId referral, int round, GroupId group, ChooseGroups command, Actor actor) {
        consents.answer(
                referral,
                Consenting.answer(
                        Purpose.SHARE_WITH_GROUP,
                        group,
                        true,
                        command.consentBy(),
                        command.consentDecidedBy(),
                        command.consentGrounds()),
                actor);
        PlacementId id = PlacementId.next();
        placements.insert(id, referral, round, group, Boolean.TRUE.equals(command.wouldWait()));
        events.publish(PlacementChosen.of(placements.lock(id), actor));
        return id;
    }

    private void remember(ReferralId id, ChooseGroups command, Actor actor) {
        Set<GroupId> known = groups.list().stream().map(group -> group.id()).collect(Collectors.toSet());
        List<GroupId> next = ids(command.next());
        List<GroupId> notThere = ids(command.notThere());
        new Problems()
                .need(known.containsAll(next), "next", "Choose groups from the list")
                .need(next.stream().noneMatch(notThere::contains), "next", "The person does not want to go there")
                .need(known.containsAll(notThere), "notThere", "Choose groups from the list")
                .refuseIfWrong();
        preferences.notThere(id, notThere, clock.instant());
        List<GroupId> chosen = ids(command.groups());
        preferences.next(
                id, next.stream().filter(group -> !chosen.contains(group)).toList());
        if (command.overrideReason() != null) {
            events.publish(MatchOverridden.of(id, command.overrideReason(), actor));
        }
    }

    private void unmet(ReferralId id, NoGroupReason reason) {
        Wish wish = wish(id);
        Set<Need> met = placements.of(id).stream()
                .filter(placement -> placement.state() == PlacementState.ATTENDED)
                .flatMap(placement -> groups.get(placement.group()).meets().stream())
                .collect(Collectors.toSet());
        wish.needs().stream()
                .filter(need -> !met.contains(need))
                .sorted()
                .forEach(need -> choices.unmet(id, need, wish.district(), reason, days.today()));
    }

    private void requirePossible(ReferralId id, ChooseGroups command) {
        List<Placement> all = placements.of(id);
        boolean goesOn = all.stream().anyMatch(Placement::isOpen);
        switch (command.choice()) {
            case TRY -> requireChoosable(id, command, all);
            case NOTHING_MORE -> {
                if (!goesOn && all.stream().noneMatch(placement -> placement.state() == PlacementState.ATTENDED)) {
                    throw Refusal.invalid("choice", "Nothing is under way: choose groups, or say that none suits");
                }
            }
            default -> {
                if (goesOn) {
                    throw Refusal.invalid(
                            "choice",
                            "Another group is still being tried or waited for: end that first, or choose nothing more for"
                                    + " now");
                }
            }
        }
    }

    private void requireChoosable(ReferralId referral, ChooseGroups command, List<Placement> all) {
        long open = all.stream().filter(Placement::isBeingTried).count();
        int most = settings.openOffers();
        if (open + command.groups().size() > most) {
            throw Refusal.invalid(
                    "groups",
                    open == 0
                            ? "Choose at most " + most + " groups"
                            : "At most " + most + " groups may be tried at once, and " + open + " already are");
        }
        List<GroupId> chosen = ids(command.groups());
        Suggestions suggestions = suggestions(referral, Set.copyOf(ids(command.notThere())));
        for (GroupId group : chosen) {
            Suggestion suggestion = suggestions
                    .choosable(group)
                    .orElseThrow(() -> Refusal.invalid("groups", whyNot(suggestions, group)));
            if (suggestion.full() && !Boolean.TRUE.equals(command.wouldWait())) {
                throw Refusal.invalid(
                        "wouldWait",
                        suggestion.group().name() + " is full: say that the person would wait, or take it out above");
            }
        }
        if (command.overrideReason() == null) {
            suggestions.needsReason(chosen).ifPresent(why -> {
                throw Refusal.invalid("overrideReason", why + ": say why it is chosen all the same");
            });
        }
    }

    private static String whyNot(Suggestions suggestions, GroupId group) {
        return suggestions.leftOut().stream()
                .filter(left -> left.group().id().equals(group))
                .findFirst()
                .map(left -> left.group().name() + " cannot be chosen: " + left.why())
                .orElse("Choose groups from the list");
    }

    private static List<GroupId> ids(List<UUID> groups) {
        return groups.stream().map(GroupId::new).toList();
    }

    private Wish wish(ReferralId referral) {
        Person person = referrals.personOf(referral);
        Request request = requests.of(referral);
        Optional<Wishes> wishes = conversations.wishesOf(referral);
        return new Wish(
                person.born().ageOn(days.today()),
                person.gender(),
                wishes.map(Wishes::needs).orElse(request.needs()),
                wishes.map(Wishes::support).orElse(request.support()),
                person.language().text(),
                wishes.map(Wishes::alsoSpeaks).orElse(Set.of()),
                person.address().flatMap(District::of).orElse(null),
                wishes.map(Wishes::days).orElse(Set.of()),
                wishes.map(Wishes::times).orElse(Set.of()),
                wishes.map(Wishes::travel).orElse(null),
                wishes.flatMap(Wishes::spending).orElse(null));
    }
}
