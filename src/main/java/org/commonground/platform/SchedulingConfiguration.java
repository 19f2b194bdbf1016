package org.commonground.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@code @Scheduled} methods run by themselves; tests leave it out and call them when they want to. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "commonground.schedulers", havingValue = "true", matchIfMissing = true)
class SchedulingConfiguration {}
