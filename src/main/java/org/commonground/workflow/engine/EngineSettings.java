package org.commonground.workflow.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may turn.
 *
 * @param jobLock how long a node may keep a job before another node takes it over: what a killed node held waits so long
 * @param jobPause the shortest pause between two looks for due jobs
 * @param longestJobPause the longest pause between two looks when there was nothing to do: a due timer waits at most so long
 * @param retryCycle the pauses after which a failed job is tried again, ISO 8601, commas between; after the last one it
 *     is an incident. One cycle for every job of every model
 * @param longestList the most rows a signed-in person's query may ask for
 */
@ConfigurationProperties("commonground.engine")
public record EngineSettings(
        @DefaultValue("60s") Duration jobLock,
        @DefaultValue("500ms") Duration jobPause,
        @DefaultValue("5s") Duration longestJobPause,
        @DefaultValue("PT10S,PT1M,PT10M,PT1H") String retryCycle,
        @DefaultValue("2000") int longestList) {}
