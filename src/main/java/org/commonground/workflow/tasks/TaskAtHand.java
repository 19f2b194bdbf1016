package org.commonground.workflow.tasks;

import java.util.UUID;

/**
 * The task somebody has in front of them.
 *
 * @param id the engine's id of the task
 * @param key the task's id in the model
 * @param subject the business key: the id of the process's own subject (a referral, placement, plan, concern or mail)
 * @param reference the referral's reference, or null where there is none
 */
public record TaskAtHand(String id, String key, UUID subject, String reference) {}
