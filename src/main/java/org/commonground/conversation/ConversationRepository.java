package org.commonground.conversation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonground.account.AccountId;
import org.commonground.conversation.ConversationOutcome.Next;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.Ids;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code conversation} and {@code score}. */
@Repository
class ConversationRepository {

    private final JdbcClient jdbc;

    ConversationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            ReferralId referral,
            SubjectKey key,
            HoldConversation said,
            Next next,
            Scores scores,
            Instant at,
            AccountId account) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into conversation (id, referral_id, at, result, needs, support, what_matters, days,
                            times, travel, spending, also_speaks, capacity, capacity_note, declined_because,
                            account_id)
                        values (:id, :referral, :at, :result, :needs, :support, :whatMatters, :days, :times, :travel,
                            :spending, :alsoSpeaks, :capacity, :capacityNote, :because, :account)""")
                .param("id", id)
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("result", next.word())
                .param("needs", words(said.needs(), Need::word))
                .param("support", words(said.support(), Support::word))
                .param("whatMatters", PersonalCodec.seal(key, said.whatMatters()))
                .param("days", words(said.days(), day -> day.name().toLowerCase()))
                .param("times", words(said.times(), PartOfDay::word))
                .param("travel", said.travel() == null ? null : said.travel().word())
                .param(
                        "spending",
                        said.spending() == null ? null : said.spending().word())
                .param("alsoSpeaks", PersonalCodec.seal(key, said.alsoSpeaks()))
                .param(
                        "capacity",
                        said.capacity() == null ? null : said.capacity().word())
                .param("capacityNote", PersonalCodec.seal(key, said.capacityNote()))
                .param("because", next == Next.DECLINED ? said.declinedBecause().word() : null)
                .param("account", account == null ? null : account.value())
                .update();
        scores.answers().forEach((measure, answer) -> insert(id, measure, answer));
    }

    private void insert(UUID conversation, Measure measure, Answer answer) {
        jdbc.sql("""
                        insert into score (conversation_id, measure, score, not_asked)
                        values (:conversation, :measure, :score, :notAsked)""")
                .param("conversation", conversation)
                .param("measure", measure.word())
                .param("score", answer.score())
                .param(
                        "notAsked",
                        answer.because() == null ? null : answer.because().word())
                .update();
    }

    /** The newest answer. */
    Optional<Doubt> doubt(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select capacity, capacity_note from conversation
                        where referral_id = :referral and capacity is not null
                        order by at desc, id desc limit 1""")
                .param("referral", referral.value())
                .query((row, n) -> new Doubt(
                        Capacity.of(row.getString("capacity")),
                        PersonalCodec.open(key, row.getBytes("capacity_note"), Narrative::new)))
                .optional();
    }

    /** What was said in the newest conversation that goes ahead. */
    Optional<Wishes> wishes(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select * from conversation where referral_id = :referral and result = 'go-ahead'
                        order by at desc, id desc limit 1""")
                .param("referral", referral.value())
                .query((row, n) -> read(row, key))
                .optional();
    }

    /** The answers of the newest conversation. */
    Scores scores(ReferralId referral) {
        Map<Measure, Answer> answers = new EnumMap<>(Measure.class);
        jdbc.sql("""
                        select measure, score, not_asked from score where conversation_id = (
                            select id from conversation where referral_id = :referral
                            order by at desc, id desc limit 1)""").param("referral", referral.value()).query(row -> {
            String because = row.getString("not_asked");
            answers.put(
                    Measure.of(row.getString("measure")),
                    because == null ? Answer.of(row.getInt("score")) : Answer.notAsked(NotAsked.of(because)));
        });
        return new Scores(answers);
    }

    /** Who held the newest conversation. */
    Optional<AccountId> heldBy(ReferralId referral) {
        return jdbc.sql("""
                        select account_id from conversation where referral_id = :referral and account_id is not null
                        order by at desc, id desc limit 1""")
                .param("referral", referral.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private static Wishes read(ResultSet row, SubjectKey key) throws SQLException {
        return new Wishes(
                Sql.instant(row, "at"),
                set(row.getArray("needs"), Need::of),
                set(row.getArray("support"), Support::of),
                PersonalCodec.open(key, row.getBytes("what_matters"), Narrative::new),
                set(row.getArray("days"), day -> DayOfWeek.valueOf(day.toUpperCase())),
                set(row.getArray("times"), PartOfDay::of),
                Travel.of(row.getString("travel")),
                Optional.ofNullable(row.getString("spending")).map(Spending::of),
                languages(PersonalCodec.open(key, row.getBytes("also_speaks"), Narrative::new)));
    }

    private static Set<String> languages(Narrative said) {
        return said == null
                ? Set.of()
                : Stream.of(said.text().split("[,;/\\n]|\\band\\b"))
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> String[] words(List<T> values, Function<T, String> word) {
        return values.stream().map(word).toArray(String[]::new);
    }

    private static <T> Set<T> set(Array words, Function<String, T> type) throws SQLException {
        return Stream.of((String[]) words.getArray()).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
