package org.commonground.placement;

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
import org.commonground.conversation.Conversations;
import org.commonground.conversation.Wishes;
import org.commonground.group.Availability;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.Places;
import org.commonground.platform.event.Events;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.refusal.Valid;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Person;
import org.commonground.referral.Purpose;
import org.commonground.referral.Referral;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Choosing groups with the person: what is suggested and why, and what they choose. */
@Service
@Transactional
public class Choices {

    private final ChoiceRepository choices;
    private final PlacementRepository placements;
    private final PlacementLocks locks;
    private final Referrals referrals;
    private final Standings standings;
    private final Conversations conversations;
    private final Groups groups;
    private final Places places;
    private final Events events;
    private final WorkingDays days;
    private final Clock clock;
    private final PlacementSettings settings;

    Choices(
            ChoiceRepository choices,
            PlacementRepository placements,
            PlacementLocks locks,
            Referrals referrals,
            Standings standings,
            Conversations conversations,
            Groups groups,
            Places places,
            Events events,
            WorkingDays days,
            Clock clock,
            PlacementSettings settings) {
        this.choices = choices;
        this.placements = placements;
        this.locks = locks;
        this.referrals = referrals;
        this.standings = standings;
        this.conversations = conversations;
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
        Map<GroupId, Placement> before = new HashMap<>();
        placements.of(referral).forEach(placement -> before.put(placement.group(), placement));
        Map<GroupId, Availability> availability = places.availability();
        return Matching.rank(
                wish(referral),
                groups.list().stream()
                        .map(group -> new Candidate(
                                group, availability.get(group.id()), Optional.ofNullable(before.get(group.id()))))
                        .toList());
    }

    /** How many groups may be tried for one person at once. */
    public int mostAtOnce() {
        return settings.mostOpenOffers();
    }

    /**
     * Records what the person and their link worker chose: the groups of a new round with the person's consent to
     * share with each, or that no group suits.
     *
     * @return the placements of the round, empty where no group suits
     * @throws Refusal for answers that do not fit together, a group that cannot be chosen, too many at once, and while
     *     the referral is paused or closed
     */
    public List<PlacementId> choose(ReferralId id, ChooseGroups command, Actor actor) {
        Valid.require(command).requireWhole();
        Referral referral = referrals.lock(id);
        if (!referral.isOpen()) {
            throw Refusal.conflict("This referral has been closed meanwhile");
        }
        locks.requireNotPaused(id);
        int round = choices.rounds(id) + 1;
        choices.insert(id, round, command, referrals.keyOf(id), PlacementLocks.signer(actor), clock.instant());
        if (command.choice() == Choice.NO_SUITABLE_GROUP) {
            events.publish(NoSuitableGroup.of(id, command.noGroupReason(), actor));
            return List.of();
        }
        requireChoosable(id, command.groups());
        List<PlacementId> chosen = new ArrayList<>();
        for (UUID group : command.groups()) {
            chosen.add(place(id, round, new GroupId(group), command, actor));
        }
        standings.follow(id);
        return chosen;
    }

    private PlacementId place(ReferralId referral, int round, GroupId group, ChooseGroups command, Actor actor) {
        referrals.answerConsent(
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
        placements.insert(id, referral, round, group);
        events.publish(PlacementChosen.of(placements.lock(id), actor));
        return id;
    }

    private void requireChoosable(ReferralId referral, List<UUID> chosen) {
        long open = placements.of(referral).stream().filter(Placement::isOpen).count();
        int most = settings.mostOpenOffers();
        if (open + chosen.size() > most) {
            throw Refusal.invalid(
                    "groups",
                    open == 0
                            ? "Choose at most " + most + " groups"
                            : "At most " + most + " groups may be tried at once, and " + open + " already are");
        }
        Suggestions suggestions = suggestions(referral);
        Set<UUID> choosable = suggestions.ranked().stream()
                .map(suggestion -> suggestion.group().id().value())
                .collect(Collectors.toSet());
        for (UUID group : chosen) {
            if (!choosable.contains(group)) {
                throw Refusal.invalid("groups", whyNot(suggestions, group));
            }
        }
    }

    private static String whyNot(Suggestions suggestions, UUID group) {
        return suggestions.leftOut().stream()
                .filter(left -> left.group().id().value().equals(group))
                .findFirst()
                .map(left -> left.group().name() + " cannot be chosen: " + left.why())
                .orElse("Choose groups from the list");
    }

    private Wish wish(ReferralId referral) {
        Person person = referrals.personOf(referral);
        Request request = referrals.requestOf(referral);
        Optional<Wishes> wishes = conversations.wishesOf(referral);
        return new Wish(
                person.born().ageOn(days.today()),
                person.gender(),
                wishes.map(Wishes::needs).orElse(request.needs()),
                wishes.map(Wishes::support).orElse(request.support()),
                person.language().text(),
                person.address().flatMap(District::of).orElse(null),
                wishes.map(Wishes::days).orElse(Set.of()),
                wishes.map(Wishes::times).orElse(Set.of()));
    }
}
