package org.commonground.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.BirthDate;
import org.commonground.platform.personal.Keys;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.NhsNumber;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Personal;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Phone;
import org.commonground.platform.personal.PostalAddress;
import org.commonground.platform.personal.Sealed;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.personal.Trait;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code person} and {@code contact_way}. */
@Repository
public class PersonRepository {

    private final JdbcClient jdbc;
    private final Keys keys;

    PersonRepository(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @param missing why there is no NHS number; null where there is one */
    void insert(Person person, NhsNumberMissing missing, SubjectKey key) {
        Function<Personal, byte[]> seal = value -> PersonalCodec.seal(key, value);
        SafeContact contact = person.safeContact();
        jdbc.sql("""
                        insert into person (id, nhs_number, nhs_number_missing, given_name, family_name,
                            called_name, born, gender, ethnicity, address, phone, other_phone, mail, language,
                            interpreter, who_may_answer, best_times)
                        values (:id, :nhs, :missing, :given, :family, :called, :born, :gender, :ethnicity,
                            :address, :phone, :otherPhone, :mail, :language, :interpreter, :whoMayAnswer, :bestTimes)""")
                .param("id", person.id().value())
                .param("nhs", seal.apply(person.nhsNumber().orElse(null)))
                .param("missing", missing == null ? null : missing.word())
                .param("given", seal.apply(person.given()))
                .param("family", seal.apply(person.family()))
                .param("called", seal.apply(person.called().orElse(null)))
                .param("born", seal.apply(person.born()))
                .param("gender", seal.apply(new Trait(person.gender().word())))
                .param("ethnicity", seal.apply(new Trait(person.ethnicity().word())))
                .param("address", seal.apply(person.address().orElse(null)))
                .param("phone", seal.apply(person.phone().orElse(null)))
                .param("otherPhone", seal.apply(person.otherPhone().orElse(null)))
                .param("mail", seal.apply(person.mail().orElse(null)))
                .param("language", seal.apply(person.language()))
                .param("interpreter", person.interpreter())
                .param("whoMayAnswer", seal.apply(contact.whoMayAnswer()))
                .param("bestTimes", seal.apply(contact.bestTimes()))
                .update();
        contact.ways().forEach((way, safety) -> setSafety(person.id(), way, safety));
    }

    void setSafety(PersonId id, Way way, Safety safety) {
        jdbc.sql("""
                        insert into contact_way (person_id, way, safety) values (:id, :way, :safety)
                        on conflict (person_id, way) do update set safety = excluded.safety""")
                .param("id", id.value())
                .param("way", way.word())
                .param("safety", safety.word())
                .update();
    }

    void died(PersonId id, Instant recordedAt) {
        jdbc.sql("update person set died_recorded_at = :at where id = :id and died_recorded_at is null")
                .param("id", id.value())
                .param("at", Sql.timestamp(recordedAt))
                .update();
    }

    /** When their death was recorded; empty where it was not. */
    Optional<Instant> diedAt(PersonId id) {
        return jdbc.sql("select died_recorded_at from person where id = :id and died_recorded_at is not null")
                .param("id", id.value())
                .query((row, n) -> Sql.instant(row, "died_recorded_at"))
                .optional();
    }

    void changeMail(PersonId id, MailAddress mail) {
        jdbc.sql("update person set mail = :mail where id = :id")
                .param("id", id.value())
                .param("mail", PersonalCodec.seal(keys.of(id.value()), mail))
                .update();
    }

    void change(Person person) {
        SubjectKey key = keys.of(person.id().value());
        Function<Personal, byte[]> seal = value -> PersonalCodec.seal(key, value);
        jdbc.sql("""
                        update person set given_name = :given, family_name = :family, called_name = :called,
                            address = :address, phone = :phone, other_phone = :otherPhone, mail = :mail,
                            language = :language, interpreter = :interpreter, who_may_answer = :whoMayAnswer,
                            best_times = :bestTimes
                        where id = :id""")
                .param("given", seal.apply(person.given()))
                .param("family", seal.apply(person.family()))
                .param("called", seal.apply(person.called().orElse(null)))
                .param("address", seal.apply(person.address().orElse(null)))
                .param("phone", seal.apply(person.phone().orElse(null)))
                .param("otherPhone", seal.apply(person.otherPhone().orElse(null)))
                .param("mail", seal.apply(person.mail().orElse(null)))
                .param("language", seal.apply(person.language()))
                .param("interpreter", person.interpreter())
                .param("whoMayAnswer", seal.apply(person.safeContact().whoMayAnswer()))
                .param("bestTimes", seal.apply(person.safeContact().bestTimes()))
                .param("id", person.id().value())
                .update();
        person.safeContact().ways().forEach((way, safety) -> setSafety(person.id(), way, safety));
    }

    Person find(PersonId id) {
        Map<Way, Safety> ways = ways(id);
        SubjectKey key = keys.of(id.value());
        return jdbc.sql("select * from person where id = :id")
                .param("id", id.value())
                .query((row, n) -> read(new Sealed(row, key), ways))
                .single();
    }

    /** What lists show of many. */
    Map<PersonId, Known> known(Collection<PersonId> people) {
        Map<PersonId, Known> known = new HashMap<>();
        Map<UUID, SubjectKey> opened =
                keys.of(people.stream().map(PersonId::value).toList());
        jdbc.sql("select id, given_name, family_name, born from person where id = any(:ids)")
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    UUID id = Sql.uuid(row, "id");
                    Sealed sealed = new Sealed(row, opened.get(id));
                    known.put(
                            new PersonId(id),
                            new Known(
                                    Person.fullName(
                                            sealed.open("given_name", PersonName::new),
                                            sealed.open("family_name", PersonName::new)),
                                    sealed.open("born", BirthDate::parse)));
                });
        return known;
    }

    private Map<Way, Safety> ways(PersonId id) {
        Map<Way, Safety> ways = new EnumMap<>(Way.class);
        jdbc.sql("select way, safety from contact_way where person_id = :id")
                .param("id", id.value())
                .query(row -> {
                    ways.put(
                            Worded.of(Way.class, row.getString("way")),
                            Worded.of(Safety.class, row.getString("safety")));
                });
        return ways;
    }

    private static Person read(Sealed sealed, Map<Way, Safety> ways) throws SQLException {
        ResultSet row = sealed.row();
        return new Person(
                new PersonId(Sql.uuid(row, "id")),
                sealed.maybe("nhs_number", NhsNumber::new),
                sealed.open("given_name", PersonName::new),
                sealed.open("family_name", PersonName::new),
                sealed.maybe("called_name", PersonName::new),
                sealed.open("born", BirthDate::parse),
                Worded.of(Gender.class, sealed.open("gender", Trait::new).text()),
                Worded.of(Ethnicity.class, sealed.open("ethnicity", Trait::new).text()),
                sealed.maybe("address", PostalAddress::new),
                sealed.maybe("phone", Phone::new),
                sealed.maybe("other_phone", Phone::new),
                sealed.maybe("mail", MailAddress::new),
                new SafeContact(
                        ways, sealed.open("who_may_answer", Narrative::new), sealed.open("best_times", Narrative::new)),
                sealed.open("language", Trait::new),
                row.getBoolean("interpreter"));
    }
}
