package org.commonground.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.commonground.platform.event.DomainEvent;
import org.commonground.platform.personal.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rooms of the house and the doors between them. Each rule says why it is there. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule rooms_know_only_the_rooms_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy("org.commonground.platform..")
            .layer("account")
            .definedBy("org.commonground.account..")
            .layer("correspondence")
            .definedBy("org.commonground.correspondence..")
            .layer("safeguarding")
            .definedBy("org.commonground.safeguarding..")
            .layer("group")
            .definedBy("org.commonground.group..")
            .layer("referral")
            .definedBy("org.commonground.referral..")
            .layer("crisis")
            .definedBy("org.commonground.crisis..")
            .layer("conversation")
            .definedBy("org.commonground.conversation..")
            .layer("placement")
            .definedBy("org.commonground.placement..")
            .layer("followup")
            .definedBy("org.commonground.followup..")
            .layer("workflow")
            .definedBy("org.commonground.workflow..")
            .layer("web")
            .definedBy("org.commonground.web..")
            .layer("demo")
            .definedBy("org.commonground.demo..")
            .withOptionalLayers(true)
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("workflow")
            .mayOnlyBeAccessedByLayers("web", "demo")
            .whereLayer("followup")
            .mayOnlyBeAccessedByLayers("workflow", "web", "demo")
            .whereLayer("placement")
            .mayOnlyBeAccessedByLayers("followup", "workflow", "web", "demo")
            .whereLayer("conversation")
            .mayOnlyBeAccessedByLayers("placement", "followup", "workflow", "web", "demo")
            .whereLayer("crisis")
            .mayOnlyBeAccessedByLayers("conversation", "placement", "followup", "workflow", "web", "demo")
            .whereLayer("referral")
            .mayOnlyBeAccessedByLayers("crisis", "conversation", "placement", "followup", "workflow", "web", "demo")
            .whereLayer("group")
            .mayOnlyBeAccessedByLayers(
                    "referral", "crisis", "conversation", "placement", "followup", "workflow", "web", "demo")
            .whereLayer("safeguarding")
            .mayOnlyBeAccessedByLayers(
                    "referral", "crisis", "conversation", "placement", "followup", "workflow", "web", "demo")
            .whereLayer("correspondence")
            .mayOnlyBeAccessedByLayers(
                    "referral",
                    "crisis",
                    "conversation",
                    "placement",
                    "followup",
                    "workflow",
                    "web",
                    "demo",
                    // these two stand beside it and announce what happened to them by mail
                    "safeguarding",
                    "group")
            .because(
                    "a capability calls downwards and tells upwards by events; then a change has one direction to spread");

    @ArchTest
    static final ArchRule no_circles_between_rooms = slices().matching("org.commonground.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rooms in a circle can only be understood, and moved, all together");

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
            .resideInAnyPackage(
                    "org.commonground.account..",
                    "org.commonground.correspondence..",
                    "org.commonground.safeguarding..",
                    "org.commonground.group..",
                    "org.commonground.referral..",
                    "org.commonground.crisis..",
                    "org.commonground.conversation..",
                    "org.commonground.placement..",
                    "org.commonground.followup..")
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
            .resideInAnyPackage(
                    "org.commonground.account..",
                    "org.commonground.correspondence..",
                    "org.commonground.safeguarding..",
                    "org.commonground.group..",
                    "org.commonground.referral..",
                    "org.commonground.crisis..",
                    "org.commonground.conversation..",
                    "org.commonground.placement..",
                    "org.commonground.followup..")
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
