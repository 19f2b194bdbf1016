package org.commonground.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people by their marks: whoever may be somebody else, and whoever is looked for. */
@Service
@Transactional
public class Recognition {

    private final PersonRepository people;
    private final PersonIndexRepository index;

    Recognition(PersonRepository people, PersonIndexRepository index) {
        this.people = people;
        this.index = index;
    }

    /**
     * Makes whoever else brings the same person wait until this transaction ends, and then find what it has kept: of two
     * that come at once one sees the other.
     */
    public void lock(PersonId person) {
        index.lock(Mark.identifying(people.find(person)));
    }

    /** Everybody else who shares with a person what only one person should have. */
    @Transactional(readOnly = true)
    public List<Alike> alike(PersonId person) {
        return index.alike(person);
    }

    /** When somebody else with the same NHS number was last recorded to have died; empty where nobody was. */
    @Transactional(readOnly = true)
    public Optional<Instant> sameNumberDied(PersonId person) {
        return index.sameNumberDied(person);
    }

    /** Everybody who has every mark of one of these lists; the marks of a list are of one kind. */
    @Transactional(readOnly = true)
    public Set<PersonId> having(Collection<List<Mark>> oneOf) {
        return index.having(oneOf);
    }
}
