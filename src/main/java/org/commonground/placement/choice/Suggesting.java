package org.commonground.placement.choice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.talk.Conversations;
import org.commonground.group.Availability;
import org.commonground.group.Group;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.group.Places;
import org.commonground.person.Person;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.match.Candidate;
import org.commonground.placement.match.District;
import org.commonground.placement.match.Matching;
import org.commonground.placement.match.Suggestions;
import org.commonground.placement.match.Wish;
import org.commonground.platform.time.InWords;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.duplicate.Requests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which groups suit a person, best first, and why; and what they said about groups beyond those being tried. */
@Service
@Transactional(readOnly = true)
public class Suggesting {

    private final PreferenceRepository preferences;
    private final PlacementRepository placements;
    private final Referrals referrals;
    private final Requests requests;
    private final Conversations conversations;
    private final Groups groups;
    private final Places places;
    private final WorkingDays days;

    Suggesting(
            PreferenceRepository preferences,
            PlacementRepository placements,
            Referrals referrals,
            Requests requests,
            Conversations conversations,
            Groups groups,
            Places places,
            WorkingDays days) {
        this.preferences = preferences;
        this.placements = placements;
        this.referrals = referrals;
        this.requests = requests;
        this.conversations = conversations;
        this.groups = groups;
        this.places = places;
        this.days = days;
    }

    /** Every group to which people of their neighbourhood may be sent: those that may be chosen, best first, and those left out, with the reasons. */
    public Suggestions suggestions(ReferralId referral) {
        return suggestions(referral, preferences.notThere(referral));
    }

    /** The same, with what the person says just now about where they do not want to go. */
    Suggestions suggestions(ReferralId referral, Set<GroupId> notThere) {
        List<Placement> tried = placements.of(referral);
        Map<GroupId, Placement> before = new HashMap<>();
        tried.forEach(placement -> before.put(placement.group(), placement));
        List<Group> groups = this.groups.openTo(referrals.find(referral).neighbourhood());
        List<GroupId> ids = groups.stream().map(Group::id).toList();
        Map<GroupId, Availability> availability = places.availability(ids);
        Map<GroupId, Integer> waits = placements.waiting(ids);
        return Matching.rank(
                        wish(referral),
                        groups.stream()
                                .map(group -> new Candidate(
                                        group,
                                        availability.get(group.id()),
                                        waits.getOrDefault(group.id(), 0),
                                        Optional.ofNullable(before.get(group.id())),
                                        notThere.contains(group.id())))
                                .toList())
                .without(notNow(tried));
    }

    /** Groups the person said they would like next, in their order, and that they have not tried yet. */
    public List<GroupId> wantedNext(ReferralId referral) {
        Set<GroupId> tried =
                placements.of(referral).stream().map(Placement::group).collect(Collectors.toSet());
        return preferences.next(referral).stream()
                .filter(group -> !tried.contains(group))
                .toList();
    }

    /** Groups the person said they do not want to go to. */
    public Set<GroupId> notThere(ReferralId referral) {
        return preferences.notThere(referral);
    }

    /** What the person wants of a group, by what they said, else by what the practice asked for. */
    Wish wish(ReferralId referral) {
        Person person = referrals.personOf(referral);
        Request request = requests.of(referral);
        return new Wish(
                person.born().ageOn(days.today()),
                person.gender(),
                person.language().text(),
                person.address().flatMap(District::of).orElse(null),
                conversations.wishesOf(referral).orElseGet(() -> asked(request)));
    }

    /** Before anybody has talked with them: what the practice asked for. */
    private static Wishes asked(Request request) {
        return new Wishes(
                List.copyOf(request.needs()), null, List.copyOf(request.support()), null, null, null, null, null);
    }

    /** Groups that said not now about this person, until the day they gave. */
    private Map<GroupId, String> notNow(List<Placement> tried) {
        return tried.stream()
                .filter(placement ->
                        placement.askAgainFrom().filter(days.today()::isBefore).isPresent())
                .collect(Collectors.toMap(
                        Placement::group,
                        placement -> "said not now: may be asked again from "
                                + InWords.date(placement.askAgainFrom().orElseThrow()),
                        (earlier, later) -> later));
    }
}
