package org.commonground.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import org.commonground.platform.time.MovableClock;
import org.commonground.testing.AsOf;
import org.commonground.testing.Moment;

/** The tests' clock is set in one place, and whoever tests goes by it. */
@AnalyzeClasses(packages = "org.commonground", importOptions = ImportOption.OnlyIncludeTests.class)
class OneClockInTestsTest {

    @ArchTest
    static final ArchRule time_comes_from_one_clock = noClasses()
            .that()
            .doNotBelongToAnyOf(AsOf.class, Moment.class)
            .and()
            // an application in a JVM of its own, as people start it, knows the real time alone
            .resideOutsideOfPackages("org.commonground.jar..", "org.commonground.benchmark..")
            .should()
            .callMethodWhere(RoomsTest.readsTheTimeByItself())
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callConstructor(MovableClock.class)
            .because("the tests run as of other moments too (.ci/as-of): AsOf.now(), or the application's clock");
}
