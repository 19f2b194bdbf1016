package org.commonground.workflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does at once what the job executor would do soon: for the demo, which is told before the executor starts. */
@Component
public class DueJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    private final ManagementService management;

    DueJobs(ManagementService management) {
        this.management = management;
    }

    /** Runs every job that is due, and those that follow from them; one that fails is left to the executor. */
    public void runAll() {
        Set<String> failed = new HashSet<>();
        List<Job> due;
        do {
            due = management.createJobQuery().executable().active().list().stream()
                    .filter(job -> !failed.contains(job.getId()))
                    .toList();
            due.stream().map(Job::getId).filter(id -> !succeeds(id)).forEach(failed::add);
        } while (!due.isEmpty());
    }

    private boolean succeeds(String job) {
        try {
            management.executeJob(job);
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("Job {} failed and is left to the job executor: {}", job, FailureCode.of(failure));
            return false;
        }
    }
}
