package org.commonground.neighbourhood;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonground.account.Actor;
import org.commonground.account.Administration;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.Post;
import org.commonground.platform.event.Events;
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
    private final Events events;

    Neighbourhoods(NeighbourhoodRepository repository, Events events) {
        this.repository = repository;
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

    @Transactional(readOnly = true)
    public Optional<Neighbourhood> find(NeighbourhoodId id) {
        return repository.find(id);
    }

    /** The neighbourhood, or a refusal (not found) where there is none. */
    @Transactional(readOnly = true)
    public Neighbourhood get(NeighbourhoodId id) {
        return repository.find(id).orElseThrow(() -> Refusal.notFound("There is no such neighbourhood"));
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

    private static Refusal taken() {
        return Refusal.invalid("name", "There is a neighbourhood with this name already");
    }
}
