package org.commonground.person;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.SubjectKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who are referred: who they are, how to reach them, and the key that everything personal about them is
 * sealed with. Each referral has a person of its own. Whoever asks has been authorised by the caller.
 */
@Service
@Transactional
public class People {

    private final PersonRepository people;
    private final PersonIndex index;
    private final Keys keys;
    private final Clock clock;

    People(PersonRepository people, PersonIndex index, Keys keys, Clock clock) {
        this.people = people;
        this.index = index;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Keeps somebody new, and makes their index.
     *
     * @param missing why there is no NHS number; null where there is one
     * @return the key made for them
     */
    public SubjectKey add(Person person, NhsNumberMissing missing) {
        SubjectKey key = keys.make(person.id().value());
        people.insert(person, missing, key);
        index.write(person.id());
        return key;
    }

    @Transactional(readOnly = true)
    public Person find(PersonId id) {
        return people.find(id);
    }

    /** The key that everything personal about them is sealed with, in every later room. */
    @Transactional(readOnly = true)
    public SubjectKey keyOf(PersonId id) {
        return keys.of(id.value());
    }

    /** What lists and cards show of many. */
    @Transactional(readOnly = true)
    public Map<PersonId, Known> known(Collection<PersonId> ids) {
        return people.known(ids);
    }

    /** Keeps all of it as it is now; what does not change after the referral came stays: birth, gender, ethnicity, number. */
    public void change(Person person) {
        people.change(person);
        index.write(person.id());
    }

    /** Keeps the right mail address. Whether mail is a safe way stays as it was. */
    public void changeMail(PersonId id, MailAddress mail) {
        people.changeMail(id, mail);
    }

    /** Notes how safe a way of reaching them is. */
    public void mark(PersonId id, Way way, Safety safety) {
        people.setSafety(id, way, safety);
    }

    /** Notes that they have died; the moment of the first note is kept. */
    public void died(PersonId id) {
        people.died(id, clock.instant());
    }

    @Transactional(readOnly = true)
    public boolean hasDied(PersonId id) {
        return people.diedAt(id).isPresent();
    }
}
