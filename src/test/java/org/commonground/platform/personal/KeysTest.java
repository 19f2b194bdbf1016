package org.commonground.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.platform.Ids;
import org.commonground.testing.CommonGroundTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One key for each subject, wrapped in a table, and gone with its row. */
@CommonGroundTest
class KeysTest {

    private static final PersonName ANN = new PersonName("Ann Sealed");

    @Autowired
    Keys keys;

    @Autowired
    SubjectKeyRepository rows;

    @Autowired
    LiveKeyring keyring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final UUID subject = Ids.next();

    @Test
    void what_is_sealed_stands_in_no_table_in_plain_and_its_key_only_wrapped() {
        SubjectKey key = keys.make(subject);
        byte[] sealed = PersonalCodec.seal(key, ANN);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ann");
        assertThat(PersonalCodec.seal(key, ANN)).as("sealed twice").isNotEqualTo(sealed);
        byte[] wrapped = rows.find(subject).orElseThrow();
        assertThat(rows.wrappedWith()).contains(Keyring.idOf(wrapped));
        assertThat(another().of(subject)).isNotSameAs(key);
        assertThat(PersonalCodec.open(another().of(subject), sealed, PersonName::of))
                .isEqualTo(ANN);
    }

    @Test
    void one_subjects_key_does_not_open_anothers_values_nor_what_was_changed() {
        SubjectKey key = keys.make(subject);
        byte[] sealed = PersonalCodec.seal(key, ANN);
        SubjectKey other = keys.make(Ids.next());

        assertThatThrownBy(() -> PersonalCodec.open(other, sealed, PersonName::of))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Ann");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> PersonalCodec.open(key, sealed, PersonName::of))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_that_is_forgotten_opens_nothing_any_more() {
        keys.make(subject);
        keys.of(subject);

        keys.forget(subject);

        assertThatThrownBy(() -> keys.of(subject))
                .isInstanceOf(KeyGone.class)
                .hasMessage("there is no key for " + subject);
        assertThatThrownBy(() -> keys.of(List.of(subject))).isInstanceOf(KeyGone.class);
    }

    @Test
    void forgetting_that_is_rolled_back_forgets_nothing() {
        keys.make(subject);

        inTransaction(() -> keys.forget(subject));

        assertThat(keys.of(subject)).isNotNull();
    }

    /** The same id made again, as a retry does, has the key that stands in its row. */
    @Test
    void a_key_that_was_rolled_back_leaves_nothing_behind() {
        SubjectKey[] made = new SubjectKey[1];
        inTransaction(() -> made[0] = keys.make(subject));
        assertThatThrownBy(() -> keys.of(subject)).isInstanceOf(KeyGone.class);

        another().make(subject);
        byte[] sealed = PersonalCodec.seal(another().of(subject), ANN);

        assertThat(PersonalCodec.open(keys.of(subject), sealed, PersonName::of)).isEqualTo(ANN);
        assertThatThrownBy(() -> PersonalCodec.open(made[0], sealed, PersonName::of))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Where the row goes away beneath it, an opened key still serves: nobody asked for the row. */
    @Test
    void an_opened_key_costs_no_statement() {
        UUID second = Ids.next();
        SubjectKey one = keys.make(subject);
        SubjectKey two = keys.make(second);
        rows.delete(subject);
        rows.delete(second);

        assertThat(keys.of(subject)).isSameAs(one);
        assertThat(keys.of(List.of(subject, second))).isEqualTo(Map.of(subject, one, second, two));
    }

    @Test
    void a_list_is_opened_in_its_order_with_the_keys_of_each() {
        List<UUID> subjects = List.of(Ids.next(), Ids.next(), Ids.next());
        List<Unopened<String>> list = subjects.stream()
                .map(id -> {
                    byte[] sealed = PersonalCodec.seal(keys.make(id), new PersonName("Name of " + id));
                    return new Unopened<>(
                            id,
                            key -> PersonalCodec.open(key, sealed, PersonName::of)
                                    .text());
                })
                .toList();

        assertThat(another().open(list))
                .isEqualTo(subjects.stream().map(id -> "Name of " + id).toList());
    }

    @Test
    void the_application_cannot_put_one_key_in_the_place_of_another() {
        keys.make(subject);

        assertThatThrownBy(() -> jdbc.sql("update subject_key set wrapped = wrapped where subject_id = :id")
                        .param("id", subject)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    /** As on another node, which has nothing in memory. */
    private Keys another() {
        return new Keys(rows, keyring);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }
}
