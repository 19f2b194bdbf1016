package org.commonground.conversation;

import java.util.List;
import java.util.UUID;
import org.commonground.account.AccountId;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code contact_note}. */
@Repository
class ContactNoteRepository {

    private final JdbcClient jdbc;

    ContactNoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where it is there already. */
    boolean insert(ReferralId referral, SubjectKey key, ContactNote note) {
        return jdbc.sql("""
                        insert into contact_note (id, referral_id, how, at, with_whom, said, account_id)
                        values (:id, :referral, :how, :at, :with, :said, :account)
                        on conflict (id) do nothing""")
                        .param("id", note.id())
                        .param("referral", referral.value())
                        .param("how", note.how().word())
                        .param("at", Sql.timestamp(note.at()))
                        .param("with", PersonalCodec.seal(key, note.with()))
                        .param("said", PersonalCodec.seal(key, note.said()))
                        .param("account", note.by() == null ? null : note.by().value())
                        .update()
                == 1;
    }

    List<ContactNote> of(ReferralId referral, SubjectKey key) {
        return jdbc.sql("select * from contact_note where referral_id = :referral order by at desc, id desc")
                .param("referral", referral.value())
                .query((row, n) -> {
                    UUID account = Sql.uuid(row, "account_id");
                    return new ContactNote(
                            Sql.uuid(row, "id"),
                            ContactKind.of(row.getString("how")),
                            Sql.instant(row, "at"),
                            PersonalCodec.open(key, row.getBytes("with_whom"), Narrative::new),
                            PersonalCodec.open(key, row.getBytes("said"), Narrative::new),
                            account == null ? null : new AccountId(account));
                })
                .list();
    }
}
