package org.commonground.person;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the index in step with the people it finds. Whoever changes a person's details writes their index anew. */
@Service
@Transactional
public class PersonIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PersonIndex.class);

    private final PersonRepository people;
    private final PersonIndexRepository index;

    PersonIndex(PersonRepository people, PersonIndexRepository index) {
        this.people = people;
        this.index = index;
    }

    /** Makes a person's rows out of what is kept about them now. */
    void write(PersonId id) {
        index.write(id, Mark.of(people.find(id)));
    }

    /**
     * Makes the rows of people who have none, or have some of another secret.
     *
     * @return how many people, at most as many as asked for; 0 once all are done
     */
    public int writeMissing(int most) {
        List<PersonId> missing = index.notIndexed(most);
        missing.forEach(this::write);
        if (!missing.isEmpty()) {
            LOG.info("Made the index of {} people", missing.size());
        }
        return missing.size();
    }
}
