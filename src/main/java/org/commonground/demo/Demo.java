package org.commonground.demo;

import org.commonground.platform.embedded.DataDirectory;
import org.commonground.workflow.engine.DueJobs;
import org.commonground.workflow.tasks.TaskRefused;
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

    /** More than the story has; a story that gets stuck must not keep the application from starting. */
    private static final int MOST_STEPS = 20;

    private final DemoNeighbourhood neighbourhood;
    private final DemoReferral referral;
    private final DueJobs jobs;
    private final DemoPasswords passwords;

    Demo(DemoNeighbourhood neighbourhood, DemoReferral referral, DueJobs jobs, DataDirectory data) {
        this.neighbourhood = neighbourhood;
        this.referral = referral;
        this.jobs = jobs;
        this.passwords = new DemoPasswords(data.directory("demo"));
    }

    DemoPasswords passwords() {
        return passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        neighbourhood.settle(passwords);
        try {
            for (int step = 0; step < MOST_STEPS && !referral.tellNext(); step++) {
                jobs.runAll();
            }
        } catch (TaskRefused takenOver) {
            LOG.info("Somebody has taken the demo's referral over: its story ends here");
        }
    }
}
