package org.commonground.person;

import java.util.List;
import org.commonground.platform.personal.Rebuilt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the index in step with the people it finds. Whoever changes a person's details writes their index anew. */
@Service
@Transactional
public class PersonIndex implements Rebuilt {

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

    @Override
    public String of() {
        return "people";
    }

    @Override
    public int writeMissing(int most) {
        List<PersonId> missing = index.notIndexed(most);
        missing.forEach(this::write);
        return missing.size();
    }
}
