package org.commonground.neighbourhood;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.platform.event.Events;
import org.commonground.platform.persistence.Part;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The neighbourhoods of this installation: one or many. What belongs to one stays there. */
@Service
@Transactional
public class Neighbourhoods {

    private final NeighbourhoodRepository repository;
    private final NumberDefaults defaults;
    private final Events events;

    Neighbourhoods(NeighbourhoodRepository repository, NumberDefaults defaults, Events events) {
        this.repository = repository;
        this.defaults = defaults;
        this.events = events;
    }

    /**
     * Makes a neighbourhood; only an administrator or the system may.
     *
     * @throws Refusal for wrong input, a name that is taken, or an actor who may not
     */
    public NeighbourhoodId create(KeepNeighbourhood facts, Actor actor) {
        Commands.require(facts);
        Administration.require(actor);
        NeighbourhoodId id = NeighbourhoodId.next();
        requireFree(facts.name(), id);
        try {
            repository.insert(id, facts);
        } catch (DuplicateKeyException atOnce) {
            throw taken();
        }
        events.publish(NeighbourhoodChanged.of(id, "created", actor));
        return id;
    }

    /** Keeps what is known about it; where all of it is so already nothing happens. Refuses as {@link #create} does. */
    public void change(NeighbourhoodId id, KeepNeighbourhood facts, Actor actor) {
        Commands.require(facts);
        Administration.require(actor);
        if (facts.equals(KeepNeighbourhood.of(get(id)))) {
            return;
        }
        requireFree(facts.name(), id);
        try {
            repository.change(id, facts);
        } catch (DuplicateKeyException atOnce) {
            throw taken();
        }
        events.publish(NeighbourhoodChanged.of(id, "changed", actor));
    }

    /**
     * Keeps the numbers that are the neighbourhood's own; where they are so already nothing happens.
     *
     * @throws Refusal for a number out of its range, numbers that do not go together with those that hold besides, or an
     *     actor who may not
     */
    public void change(NeighbourhoodId id, Numbers own, Actor actor) {
        Commands.require(own);
        Administration.require(actor);
        if (own.equals(ownNumbersOf(id))) {
            return;
        }
        own.over(defaults.numbers()).discord(own).refuseIfWrong();
        repository.change(id, own);
        events.publish(NeighbourhoodChanged.of(id, "changed", actor));
    }

    /** The numbers that hold there: its own, and the installation's where it has none. */
    @Transactional(readOnly = true)
    public Numbers numbersOf(NeighbourhoodId id) {
        return ownNumbersOf(id).over(defaults.numbers());
    }

    /** The neighbourhood's own numbers alone; refuses as {@link #get} does. */
    @Transactional(readOnly = true)
    public Numbers ownNumbersOf(NeighbourhoodId id) {
        return repository.numbers(id).orElseThrow(Neighbourhoods::unknown);
    }

    /** The installation's numbers, which hold where a neighbourhood has none of its own. */
    public Numbers defaultNumbers() {
        return defaults.numbers();
    }

    @Transactional(readOnly = true)
    public Optional<Neighbourhood> find(NeighbourhoodId id) {
        return repository.find(id);
    }

    /** The neighbourhood, or a refusal (not found) where there is none. */
    @Transactional(readOnly = true)
    public Neighbourhood get(NeighbourhoodId id) {
        return repository.find(id).orElseThrow(Neighbourhoods::unknown);
    }

    @Transactional(readOnly = true)
    public int count() {
        return repository.count();
    }

    /**
     * A page of all neighbourhoods, by name.
     *
     * @param words part of a name; null for all
     */
    @Transactional(readOnly = true)
    public Part<Neighbourhood> listed(String words, int page) {
        return repository.listed(words, page);
    }

    @Transactional(readOnly = true)
    public Map<NeighbourhoodId, String> namesOf(Collection<NeighbourhoodId> ids) {
        return repository.all(ids).stream().collect(Collectors.toMap(Neighbourhood::id, Neighbourhood::name));
    }

    /** The one with this name, in whatever case. */
    @Transactional(readOnly = true)
    public Optional<Neighbourhood> named(String name) {
        return name == null ? Optional.empty() : repository.named(name);
    }

    /** Every neighbourhood, by name. */
    @Transactional(readOnly = true)
    public List<Neighbourhood> all() {
        return repository.all();
    }

    /** {@code safeguarding lead in Elmbrook}. */
    @Transactional(readOnly = true)
    public String inWords(Post post) {
        return post.role().label().toLowerCase(Locale.ROOT) + " in "
                + get(post.neighbourhood()).name();
    }

    private void requireFree(String name, NeighbourhoodId id) {
        if (repository.isTaken(name, id)) {
            throw taken();
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such neighbourhood");
    }

    private static Refusal taken() {
        return Refusal.invalid("name", "There is a neighbourhood with this name already");
    }
}
