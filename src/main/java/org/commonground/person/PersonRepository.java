package org.commonground.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.BirthDate;
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
import org.commonground.referral.ReferralId;
import org.commonground.referral.details.ChangeDetails;
import org.commonground.referral.intake.ReferralMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code person} and {@code contact_way}. */
@Repository
public class PersonRepository {

    private static final Trait ENGLISH = new Trait("English");

    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(PersonId id, SubjectKey key, ReferralMessage.Who who, SafeContact contact) {
        Function<Personal, byte[]> seal = value -> PersonalCodec.seal(key, value);
        jdbc.sql("""
                        insert into person (id, subject_key, nhs_number, nhs_number_missing, given_name, family_name,
                            called_name, born, gender, ethnicity, address, phone, other_phone, mail, language,
                            interpreter, who_may_answer, best_times)
                        values (:id, :key, :nhs, :missing, :given, :family, :called, :born, :gender, :ethnicity,
                            :address, :phone, :otherPhone, :mail, :language, :interpreter, :whoMayAnswer, :bestTimes)""")
                .param("id", id.value())
                .param("key", key.bytes())
                .param("nhs", seal.apply(who.nhsNumber()))
                .param(
                        "missing",
                        who.nhsNumberMissing() == null
                                ? null
                                : who.nhsNumberMissing().word())
                .param("given", seal.apply(who.givenName()))
                .param("family", seal.apply(who.familyName()))
                .param("called", seal.apply(who.calledName()))
                .param("born", seal.apply(who.dateOfBirth()))
                .param("gender", seal.apply(new Trait(who.gender().word())))
                .param("ethnicity", seal.apply(new Trait(who.ethnicity().word())))
                .param("address", seal.apply(who.address()))
                .param("phone", seal.apply(who.phone()))
                .param("otherPhone", seal.apply(who.otherPhone()))
                .param("mail", seal.apply(who.mail()))
                .param("language", seal.apply(who.language() == null ? ENGLISH : who.language()))
                .param("interpreter", who.interpreter())
                .param("whoMayAnswer", seal.apply(contact.whoMayAnswer()))
                .param("bestTimes", seal.apply(contact.bestTimes()))
                .update();
        contact.ways().forEach((way, safety) -> setSafety(id, way, safety));
    }

    public void setSafety(PersonId id, Way way, Safety safety) {
        jdbc.sql("""
                        insert into contact_way (person_id, way, safety) values (:id, :way, :safety)
                        on conflict (person_id, way) do update set safety = excluded.safety""")
                .param("id", id.value())
                .param("way", way.word())
                .param("safety", safety.word())
                .update();
    }

    public void died(PersonId id, Instant recordedAt) {
        jdbc.sql("update person set died_recorded_at = :at where id = :id and died_recorded_at is null")
                .param("id", id.value())
                .param("at", Sql.timestamp(recordedAt))
                .update();
    }

    public boolean hasDied(ReferralId referral) {
        return jdbc.sql("""
                        select count(*) from referral r join person p on p.id = r.person_id
                        where r.id = :id and p.died_recorded_at is not null""").param("id", referral.value()).query(Integer.class).single() > 0;
    }

    public void changeMail(PersonId id, SubjectKey key, MailAddress mail) {
        jdbc.sql("update person set mail = :mail where id = :id")
                .param("id", id.value())
                .param("mail", PersonalCodec.seal(key, mail))
                .update();
    }

    /** All but the practice, which is the referral's. */
    public void change(PersonId id, SubjectKey key, ChangeDetails wanted) {
        Function<Personal, byte[]> seal = value -> PersonalCodec.seal(key, value);
        jdbc.sql("""
                        update person set given_name = :given, family_name = :family, called_name = :called,
                            address = :address, phone = :phone, other_phone = :otherPhone, mail = :mail,
                            language = :language, interpreter = :interpreter, who_may_answer = :whoMayAnswer,
                            best_times = :bestTimes
                        where id = :id""")
                .param("given", seal.apply(wanted.givenName()))
                .param("family", seal.apply(wanted.familyName()))
                .param("called", seal.apply(wanted.calledName()))
                .param("address", seal.apply(wanted.address()))
                .param("phone", seal.apply(wanted.phone()))
                .param("otherPhone", seal.apply(wanted.otherPhone()))
                .param("mail", seal.apply(wanted.mail()))
                .param("language", seal.apply(wanted.language()))
                .param("interpreter", wanted.interpreter())
                .param("whoMayAnswer", seal.apply(wanted.contact().whoMayAnswer()))
                .param("bestTimes", seal.apply(wanted.contact().bestTimes()))
                .param("id", id.value())
                .update();
        wanted.contact().asSafeContact().ways().forEach((way, safety) -> setSafety(id, way, safety));
    }

    public Person find(PersonId id) {
        Map<Way, Safety> ways = ways(id);
        return jdbc.sql("select * from person where id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row, ways))
                .single();
    }

    public SubjectKey keyOf(PersonId id) {
        return jdbc.sql("select subject_key from person where id = :id")
                .param("id", id.value())
                .query((row, n) -> new SubjectKey(row.getBytes(1)))
                .single();
    }

    public Map<ReferralId, PersonName> names(Collection<ReferralId> referrals) {
        Map<ReferralId, PersonName> names = new HashMap<>();
        jdbc.sql("""
                        select r.id, p.subject_key, p.given_name, p.family_name
                        from referral r join person p on p.id = r.person_id where r.id = any(:ids)""")
                .param("ids", referrals.stream().map(ReferralId::value).toArray(UUID[]::new))
                .query(row -> {
                    SubjectKey key = new SubjectKey(row.getBytes("subject_key"));
                    PersonName given = PersonalCodec.open(key, row.getBytes("given_name"), PersonName::new);
                    PersonName family = PersonalCodec.open(key, row.getBytes("family_name"), PersonName::new);
                    names.put(new ReferralId(Sql.uuid(row, "id")), Person.fullName(given, family));
                });
        return names;
    }

    private Map<Way, Safety> ways(PersonId id) {
        Map<Way, Safety> ways = new EnumMap<>(Way.class);
        jdbc.sql("select way, safety from contact_way where person_id = :id")
                .param("id", id.value())
                .query(row -> {
                    ways.put(Way.of(row.getString("way")), Safety.of(row.getString("safety")));
                });
        return ways;
    }

    private static Person read(ResultSet row, Map<Way, Safety> ways) throws SQLException {
        Sealed sealed = new Sealed(row, new SubjectKey(row.getBytes("subject_key")));
        return new Person(
                new PersonId(Sql.uuid(row, "id")),
                sealed.maybe("nhs_number", NhsNumber::new),
                sealed.open("given_name", PersonName::new),
                sealed.open("family_name", PersonName::new),
                sealed.maybe("called_name", PersonName::new),
                sealed.open("born", BirthDate::parse),
                Gender.of(sealed.open("gender", Trait::new).text()),
                Ethnicity.of(sealed.open("ethnicity", Trait::new).text()),
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
