package org.commonground.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonground.account.Actor;
import org.commonground.conversation.PartOfDay;
import org.commonground.conversation.Spending;
import org.commonground.conversation.Travel;
import org.commonground.conversation.Wishes;
import org.commonground.conversation.talk.Conversations;
import org.commonground.conversation.talk.HoldConversation;
import org.commonground.group.Need;
import org.commonground.group.Support;
import org.commonground.platform.personal.Narrative;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.commonground.testing.Said;
import org.commonground.workflow.tasks.TaskAtHand;
import org.commonground.workflow.tasks.TaskForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What a person wants is asked in one form, kept in one table and shown in several places. Whoever adds a question is told
 * here which place has forgotten it. That the form asks it, {@code FormFieldsTest} says.
 */
@CommonGroundTest
class WishesTest {

    /** Everything is said, and nothing as the practice said it. */
    private static final Wishes ALL = new Wishes(
            List.of(Need.MONEY),
            new Narrative("Her garden"),
            List.of(Support.QUIET_SPACE),
            List.of(DayOfWeek.FRIDAY),
            List.of(PartOfDay.EVENING),
            Travel.WALKING,
            Spending.LITTLE,
            new Narrative("Welsh"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Conversations conversations;

    @Autowired
    private TaskForms forms;

    @Autowired
    private WorkingDays days;

    @Autowired
    private WantedWords page;

    static Stream<String> questions() {
        return Stream.of(Wishes.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void thisTestSaysAll(String question) {
        assertThat(isSaid(Filled.fieldsOf(ALL).get(question))).isTrue();
    }

    @Test
    void whatIsSaidIsKept() {
        ReferralId id = talked(ALL);
        assertThat(conversations.wishesOf(id)).contains(ALL);
        assertThat(conversations.earlier(id)).isEqualTo(ALL);
    }

    @Test
    void whatIsNotSaidAgainStays() {
        ReferralId id = talked(ALL);
        HoldConversation again = Filled.with(Said.talkAgain(days.today().plusDays(2)), "whatMatters", null);
        conversations.hold(id, again, Actor.SYSTEM);
        assertThat(conversations.earlier(id)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theNextConversationStartsFromIt(String question) {
        assertThat(isSaid(prefill("hold-conversation", talked(ALL)).get(question)))
                .as(question)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whoeverChoosesGroupsReadsIt(String question) {
        InventedGroup.singers().in(context);
        assertThat(wanted(prefill("choose-groups", talked(ALL))))
                .isNotEqualTo(wanted(prefill("choose-groups", talked(without(question)))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theReferralsPageShowsIt(String question) {
        assertThat(page.by(talked(ALL))).isNotEqualTo(page.by(talked(without(question))));
    }

    /** What the form shows of what the person wants. */
    private static List<Object> wanted(Map<String, Object> values) {
        return Stream.of("whatMatters", "needs", "supportNeeded", "when")
                .map(values::get)
                .toList();
    }

    /** To go ahead most questions must be answered: where one is left out, another answer stands in its place. */
    private static Wishes without(String question) {
        Object other =
                switch (question) {
                    case "needs" -> List.of(Need.LONELINESS);
                    case "whatMatters" -> new Narrative("Singing");
                    case "days" -> List.of(DayOfWeek.MONDAY);
                    case "times" -> List.of(PartOfDay.MORNING);
                    case "travel" -> Travel.ANYWHERE;
                    default -> null;
                };
        return Filled.with(ALL, question, other);
    }

    private ReferralId talked(Wishes wishes) {
        ReferralId id = Placing.in(context).referral();
        Map<String, Object> fields = Filled.fieldsOf(wishes);
        conversations.hold(
                id,
                Filled.with(
                        Said.goAhead(),
                        fields.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray()),
                Actor.SYSTEM);
        return id;
    }

    private Map<String, Object> prefill(String task, ReferralId id) {
        return forms.of(task).prefill(new TaskAtHand("none", task, id.value(), "CG-7F3K-2Q"), Actor.SYSTEM);
    }

    private static boolean isSaid(Object value) {
        return value != null && !(value instanceof Collection<?> several && several.isEmpty());
    }
}
