package org.commonground.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.commonground.CommonGround;
import org.commonground.platform.RoomOnly;
import org.commonground.platform.event.DomainEvent;
import org.commonground.platform.personal.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms of the house and the doors between them. Each rule says why it is there. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule rooms_and_chapters_call_only_what_stands_earlier = classes()
            .should(callOnlyWhatStandsEarlier())
            .because(
                    "a capability calls downwards and tells upwards by events; then a change has one direction to spread,"
                            + " and there are no circles that can only be understood, and moved, all together");

    @ArchTest
    static final ArchRule every_class_is_in_a_room_and_chapter_that_has_a_place_in_the_order =
            classes().should(standInTheOrder()).because("whoever adds a room or a chapter says what comes before it");

    @ArchTest
    static final ArchRule what_is_public_for_its_room_alone_is_called_from_nowhere_else =
            classes().should(callNothingOfAnotherRoomsOwn()).because("Java has no word for public inside a room");

    @ArchTest
    static final ArchRule a_repository_is_its_chapters_own = classes()
            .should(useNoRepositoryOfAnother())
            .because("whoever wants to know what is kept asks the service that keeps it, which knows who may;"
                    + " the repository of a room's top serves its chapters");

    @ArchTest
    static final ArchRule nine_collaborators_are_the_most = classes()
            .that()
            .areNotRecords()
            .should(haveAtMostCollaborators(9))
            .because("a class that needs more has more than one thing to do");

    @ArchTest
    static final ArchRule only_workflow_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("org.commonground.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because(
                    "the engine's community edition has ended: a living fork must be able to take its place in one room");

    @ArchTest
    static final ArchRule capabilities_know_no_web = noClasses()
            .that()
            .resideInAnyPackage(capabilities())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
            .because("a form in Tasklist, a REST call and a link page only build a command record");

    @ArchTest
    static final ArchRule time_comes_from_one_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.commonground.platform.time..")
            .should()
            .callMethodWhere(readsTheTimeByItself())
            .orShould()
            .callConstructor(Date.class)
            .because("tests and the demo move the one clock, and everything must move with it");

    @ArchTest
    static final ArchRule no_jpa = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate.Session..")
            .because("SQL stands in the repository where it can be read");

    @ArchTest
    static final ArchRule no_rows_as_a_stream = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("nobody closes it, and outside a transaction its connection never comes back");

    @ArchTest
    static final ArchRule sql_stands_in_repositories = noClasses()
            .that()
            .resideInAnyPackage(capabilities())
            .and()
            .haveNameNotMatching(".*Repository(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
            .because("one place knows a table");

    @ArchTest
    static final ArchRule web_reads_no_table = noClasses()
            .that()
            .resideInAPackage("org.commonground.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "javax.sql..")
            .because("a page asks a capability, which knows who may read what");

    @ArchTest
    static final ArchRule events_are_records = classes()
            .that()
            .implement(DomainEvent.class)
            .should()
            .beRecords()
            .because("what has happened does not change");

    @ArchTest
    static final ArchRule events_carry_no_people = fields().that()
            .areDeclaredInClassesThat()
            .implement(DomainEvent.class)
            .should()
            .notHaveRawType(new PersonalRecords())
            .because("events are kept for good, people are not");

    private static String[] capabilities() {
        return Rooms.CAPABILITIES.stream().map(room -> Rooms.BASE + room + "..").toArray(String[]::new);
    }

    private static ArchCondition<JavaClass> callOnlyWhatStandsEarlier() {
        return condition("call only rooms and chapters that stand earlier", (type, events) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String wrong = isOurs(dependency.getTargetClass())
                        ? Rooms.wrong(
                                type.getPackageName(),
                                dependency.getTargetClass().getPackageName())
                        : null;
                if (wrong != null && !isTheApplication(type)) {
                    events.add(SimpleConditionEvent.violated(type, wrong + ": " + dependency.getDescription()));
                }
            }
        });
    }

    private static ArchCondition<JavaClass> standInTheOrder() {
        return condition("stand in a room and chapter of the order", (type, events) -> {
            String room = Rooms.roomOf(type.getPackageName());
            String chapter = Rooms.chapterOf(type.getPackageName());
            boolean known = Rooms.ORDER.contains(room)
                    && (chapter.isEmpty()
                            || Rooms.CHAPTERS.getOrDefault(room, List.of()).contains(chapter));
            if (!known && !isTheApplication(type)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " stands nowhere in the order"));
            }
        });
    }

    private static ArchCondition<JavaClass> callNothingOfAnotherRoomsOwn() {
        return condition("call nothing that is public for another room alone", (type, events) -> {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isForItsRoomAlone(dependency.getTargetClass()))
                    .filter(dependency -> isElsewhere(type, dependency.getTargetClass()))
                    .forEach(
                            dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget()
                            .resolveMember()
                            .filter(method -> method.isAnnotatedWith(RoomOnly.class))
                            .isPresent())
                    .filter(call -> isElsewhere(type, call.getTargetOwner()))
                    .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
        });
    }

    private static ArchCondition<JavaClass> useNoRepositoryOfAnother() {
        return condition("use no repository of another room or of a sibling chapter", (type, events) -> {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            dependency.getTargetClass().getSimpleName().endsWith("Repository"))
                    .filter(dependency -> isOurs(dependency.getTargetClass()))
                    .filter(dependency -> isElsewhere(type, dependency.getTargetClass())
                            || isOfSibling(type, dependency.getTargetClass()))
                    .forEach(
                            dependency -> events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
        });
    }

    private static boolean isOfSibling(JavaClass from, JavaClass to) {
        String chapter = Rooms.chapterOf(to.getPackageName());
        return !chapter.isEmpty() && !chapter.equals(Rooms.chapterOf(from.getPackageName()));
    }

    private static ArchCondition<JavaClass> haveAtMostCollaborators(int most) {
        return condition("have at most " + most + " collaborators", (type, events) -> {
            for (JavaConstructor constructor : type.getConstructors()) {
                int collaborators = constructor.getRawParameterTypes().size();
                if (collaborators > most) {
                    events.add(SimpleConditionEvent.violated(
                            type, constructor.getDescription() + " takes " + collaborators));
                }
            }
        });
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(Rooms.BASE);
    }

    private static boolean isElsewhere(JavaClass from, JavaClass to) {
        return !Rooms.roomOf(from.getPackageName()).equals(Rooms.roomOf(to.getPackageName()));
    }

    private static boolean isForItsRoomAlone(JavaClass type) {
        return type.isAnnotatedWith(RoomOnly.class);
    }

    /** The one class that starts everything. */
    private static boolean isTheApplication(JavaClass type) {
        return type.isEquivalentTo(CommonGround.class);
    }

    private static ArchCondition<JavaClass> condition(String what, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    static DescribedPredicate<JavaCall<?>> readsTheTimeByItself() {
        Set<Class<?>> times = Set.of(
                Instant.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class);
        return DescribedPredicate.describe("reads the system's time", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = call.getName().equals("now")
                    && times.stream().anyMatch(owner::isEquivalentTo)
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean millis = call.getName().equals("currentTimeMillis") && owner.isEquivalentTo(System.class);
            boolean system = call.getName().startsWith("system") && owner.isEquivalentTo(Clock.class);
            return now || millis || system;
        });
    }

    /** Records that implement {@link Personal}. */
    private static final class PersonalRecords extends DescribedPredicate<JavaClass> {

        PersonalRecords() {
            super("personal values");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.isRecord() && type.isAssignableTo(Personal.class);
        }
    }
}
