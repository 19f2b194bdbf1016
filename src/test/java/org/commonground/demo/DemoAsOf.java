package org.commonground.demo;

import java.nio.file.Path;
import java.time.Instant;
import org.commonground.CommonGround;
import org.commonground.platform.persistence.DatabaseAccess;
import org.commonground.testing.AsOf;
import org.commonground.testing.TestData;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it starts for the first time at the moment as of which the tests run; ends when its demo is whole. */
final class DemoAsOf {

    private DemoAsOf() {}

    /** @param arguments the directory where its database is to be */
    public static void main(String[] arguments) throws Exception {
        Instant began = AsOf.now();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CommonGround.class)
                .initializers(new AsOf())
                .run(
                        "--commonground.data-dir=" + Path.of(arguments[0]),
                        "--commonground.postgres-programs=" + TestData.programs(),
                        "--commonground.demo=true",
                        "--commonground.schedulers=false",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.main.banner-mode=off")) {
            new WholeDemo(context.getBean(DatabaseAccess.class), began, AsOf.now()).isThere();
        } catch (AssertionError notWhole) {
            notWhole.printStackTrace();
            System.exit(1);
        }
    }
}
