package org.commonground.platform.time;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets the outbox and the sweep run by themselves, unless {@code commonground.schedulers} is false: tests call them
 * when they want them.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "commonground.schedulers", matchIfMissing = true)
class Scheduling {}
