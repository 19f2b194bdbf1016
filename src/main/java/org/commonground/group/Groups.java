package org.commonground.group;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.NeighbourhoodId;
import org.commonground.neighbourhood.Neighbourhoods;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Problems;
import org.commonground.platform.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of community groups. Who organises one is known to the accounts. */
@Service
@Transactional
public class Groups {

    private final GroupRepository groups;
    private final Neighbourhoods neighbourhoods;
    private final Events events;

    Groups(GroupRepository groups, Neighbourhoods neighbourhoods, Events events) {
        this.neighbourhoods = neighbourhoods;
        this.groups = groups;
        this.events = events;
    }

    /** Adds a group; refuses wrong or missing entries by field, and everybody but administrators. */
    public GroupId create(NewGroup command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        requireNeighbourhoods(command);
        GroupId id = GroupId.next();
        groups.insert(group(id, command));
        events.publish(GroupChanged.of(id, "created", command.places(), actor));
        return id;
    }

    /**
     * Keeps what is known about a group; places that are held or taken stay, also where there are fewer from now on.
     * Where all of it is so already nothing happens.
     */
    public void change(GroupId id, NewGroup command, Actor actor) {
        Commands.require(command);
        Administration.require(actor);
        requireNeighbourhoods(command);
        groups.lock(List.of(id));
        Group wanted = group(id, command);
        if (!group(id, NewGroup.of(get(id))).equals(wanted)) {
            groups.change(wanted);
            events.publish(GroupChanged.of(id, "changed", command.places(), actor));
        }
    }

    private void requireNeighbourhoods(NewGroup command) {
        new Problems()
                .need(isThere(command.neighbourhood()), "neighbourhood", "Choose a neighbourhood that there is")
                .need(
                        command.alsoFor().stream().allMatch(this::isThere),
                        "alsoFor",
                        "Choose neighbourhoods that there are")
                .refuseIfWrong();
    }

    private boolean isThere(NeighbourhoodId neighbourhood) {
        return neighbourhoods.find(neighbourhood).isPresent();
    }

    private static Group group(GroupId id, NewGroup command) {
        return new Group(
                id,
                command.neighbourhood(),
                command.alsoFor().stream()
                        .filter(other -> !other.equals(command.neighbourhood()))
                        .collect(Collectors.toSet()),
                command.name().strip(),
                command.does().strip(),
                command.kind(),
                command.tier(),
                command.meets(),
                command.offers(),
                new WhoFor(command.minimumAge(), command.maximumAge(), command.audience(), command.onlyWithNeed()),
                command.languages(),
                command.sessions().stream()
                        .map(session -> new Session(session.day(), session.start(), session.end()))
                        .sorted(Comparator.comparing(Session::day).thenComparing(Session::start))
                        .toList(),
                command.cost(),
                command.price(),
                command.weeks(),
                new Capacity(command.places(), command.newPeopleAMonth(), command.openOffers()),
                new Venue(
                        command.address().strip(),
                        command.addressIsPublic(),
                        command.district(),
                        command.nearby(),
                        command.travel(),
                        PersonName.of(command.meetsPeople()),
                        Phone.of(command.phone())),
                command.fromHome(),
                command.waitingList());
    }

    @Transactional(readOnly = true)
    public Optional<Group> find(GroupId id) {
        return groups.find(id);
    }

    /** The group, or a refusal where there is none. */
    @Transactional(readOnly = true)
    public Group get(GroupId id) {
        return groups.find(id).orElseThrow(() -> Refusal.notFound("There is no such group"));
    }

    /** The groups to which people of a neighbourhood may be sent, by name. */
    @Transactional(readOnly = true)
    public List<Group> openTo(NeighbourhoodId neighbourhood) {
        return groups.openTo(neighbourhood);
    }

    @Transactional(readOnly = true)
    public int count() {
        return groups.count();
    }

    /**
     * A page of all groups, by name. It opens the venues of no more than it has.
     *
     * @param words part of a name; null for all
     */
    @Transactional(readOnly = true)
    public Part<Group> listed(String words, int page) {
        return groups.listed(words, page);
    }

    /** Those with this name, in whatever case: two groups may have the same. */
    @Transactional(readOnly = true)
    public List<Group> named(String name) {
        return name == null ? List.of() : groups.named(name);
    }

    /**
     * Some of all groups by id, by name.
     *
     * @param most how many at most
     * @param before how many come before
     */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(int most, int before) {
        return groups.names(most, before);
    }

    @Transactional(readOnly = true)
    public Map<UUID, String> namesOf(Collection<UUID> ids) {
        return groups.namesOf(ids);
    }

    /** Every group, by name: for the engine, where somebody asks it for all of them. No page does. */
    @Transactional(readOnly = true)
    public List<Group> list() {
        return groups.all();
    }
}
