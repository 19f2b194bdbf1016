package org.commonground.conversation.talk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.capacity.Doubt;
import org.commonground.conversation.capacity.MentalCapacity;
import org.commonground.conversation.measure.Measure;
import org.commonground.conversation.measure.MeasureAnswer;
import org.commonground.conversation.measure.NotAsked;
import org.commonground.conversation.measure.Scores;
import org.commonground.conversation.talk.ConversationOutcome.Next;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.Ids;
import org.commonground.platform.Signature;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.Sql;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.personal.PersonalCodec;
import org.commonground.platform.personal.Sealed;
import org.commonground.platform.personal.SubjectKey;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.springframework.jdbc.core.RowCallbackHandler;
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
            Signature by) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into conversation (id, referral_id, at, result, needs, support, what_matters, days,
                            times, travel, spending, also_speaks, capacity, capacity_note, declined_because,
                            signed_by)
                        values (:id, :referral, :at, :result, :needs, :support, :whatMatters, :days, :times, :travel,
                            :spending, :alsoSpeaks, :capacity, :capacityNote, :because, :signature)""")
                .param("id", id)
                .param("referral", referral.value())
                .param("at", Sql.timestamp(at))
                .param("result", next.word())
                .param("needs", words(said.wishes().needs(), Need::word))
                .param("support", words(said.wishes().support(), Support::word))
                .param("whatMatters", PersonalCodec.seal(key, said.wishes().whatMatters()))
                .param("days", words(said.wishes().days(), Worded::wordOf))
                .param("times", words(said.wishes().times(), PartOfDay::word))
                .param(
                        "travel",
                        said.wishes().travel() == null
                                ? null
                                : said.wishes().travel().word())
                .param(
                        "spending",
                        said.wishes().spending() == null
                                ? null
                                : said.wishes().spending().word())
                .param("alsoSpeaks", PersonalCodec.seal(key, said.wishes().alsoSpeaks()))
                .param(
                        "capacity",
                        said.doubt().capacity() == null
                                ? null
                                : said.doubt().capacity().word())
                .param("capacityNote", PersonalCodec.seal(key, said.doubt().capacityNote()))
                .param("because", next == Next.DECLINED ? said.declinedBecause().word() : null)
                .param("signature", by.text())
                .update();
        scores.answers().forEach((measure, answer) -> insert(id, measure, answer));
    }

    private void insert(UUID conversation, Measure measure, MeasureAnswer answer) {
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
                        Worded.of(MentalCapacity.class, row.getString("capacity")),
                        PersonalCodec.open(key, row.getBytes("capacity_note"), Narrative::new)))
                .optional();
    }

    /** What was said in the newest conversation that goes ahead. */
    Optional<Wishes> wishes(ReferralId referral, SubjectKey key) {
        return jdbc.sql("""
                        select * from conversation where referral_id = :referral and result = 'go-ahead'
                        order by at desc, id desc limit 1""")
                .param("referral", referral.value())
                .query((row, n) -> wishes(row, key))
                .optional();
    }

    /** The newest answer to each measure. */
    Scores scores(ReferralId referral) {
        Map<Measure, MeasureAnswer> answers = new EnumMap<>(Measure.class);
        eachScore(referral, row -> {
            String because = row.getString("not_asked");
            answers.put(
                    Worded.of(Measure.class, row.getString("measure")),
                    because == null
                            ? MeasureAnswer.of(row.getInt("score"))
                            : MeasureAnswer.notAsked(Worded.of(NotAsked.class, because)));
        });
        return new Scores(answers);
    }

    /** The day of the newest answer to each measure. */
    Map<Measure, LocalDate> askedOn(ReferralId referral) {
        Map<Measure, LocalDate> days = new EnumMap<>(Measure.class);
        eachScore(
                referral,
                row -> days.put(
                        Worded.of(Measure.class, row.getString("measure")),
                        LocalDate.ofInstant(Sql.instant(row, "at"), WorkingDays.LONDON)));
        return days;
    }

    private void eachScore(ReferralId referral, RowCallbackHandler each) {
        jdbc.sql("""
                        select distinct on (score.measure) score.measure, score.score, score.not_asked, conversation.at
                        from score join conversation on conversation.id = score.conversation_id
                        where conversation.referral_id = :referral
                        order by score.measure, conversation.at desc, conversation.id desc""").param("referral", referral.value()).query(each);
    }

    /** Each answer from the newest conversation in which it was given. */
    Wishes earlier(ReferralId referral, SubjectKey key) {
        return jdbc
                .sql("select * from conversation where referral_id = :referral order by at desc, id desc")
                .param("referral", referral.value())
                .query((row, n) -> wishes(row, key))
                .list()
                .stream()
                .reduce(Wishes.NOTHING, Wishes::or);
    }

    private static Wishes wishes(ResultSet row, SubjectKey key) throws SQLException {
        Sealed sealed = new Sealed(row, key);
        return new Wishes(
                list(row.getArray("needs"), Worded.reader(Need.class)),
                sealed.open("what_matters", Narrative::new),
                list(row.getArray("support"), Worded.reader(Support.class)),
                list(row.getArray("days"), day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))),
                list(row.getArray("times"), Worded.reader(PartOfDay.class)),
                Optional.ofNullable(row.getString("travel"))
                        .map(Worded.reader(Travel.class))
                        .orElse(null),
                Optional.ofNullable(row.getString("spending"))
                        .map(Worded.reader(Spending.class))
                        .orElse(null),
                sealed.open("also_speaks", Narrative::new));
    }

    private static <T> List<T> list(Array words, Function<String, T> type) throws SQLException {
        return Stream.of((String[]) words.getArray()).map(type).toList();
    }

    private static <T> String[] words(List<T> values, Function<T, String> word) {
        return values.stream().map(word).toArray(String[]::new);
    }
}
