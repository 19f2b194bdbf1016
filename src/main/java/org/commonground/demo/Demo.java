package org.commonground.demo;

import java.time.Duration;
import org.commonground.platform.embedded.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Seeds the demo at its first start, while the application starts. A later start finds it and changes nothing. */
@Component
@ConditionalOnProperty("commonground.demo")
class Demo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** How long the jobs between two tasks of the story may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DemoNeighbourhood neighbourhood;
    private final DemoReferral referral;
    private final DemoPasswords passwords;

    Demo(DemoNeighbourhood neighbourhood, DemoReferral referral, DataDirectory data) {
        this.neighbourhood = neighbourhood;
        this.referral = referral;
        this.passwords = new DemoPasswords(data.directory("demo"));
    }

    DemoPasswords passwords() {
        return passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        neighbourhood.settle(passwords);
        for (long waited = 0; !referral.tellNext(); waited += PAUSE.toMillis()) {
            if (waited > PATIENCE.toMillis()) {
                LOG.warn("The demo's referral goes on at the next start: a job before its next task takes long");
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
