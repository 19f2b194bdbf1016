package org.commonground.referral.linkworker;

import jakarta.validation.constraints.NotNull;
import org.commonground.account.AccountId;

/**
 * Somebody else looks after a person from now on.
 *
 * @param to who works in the referral's team; null for the whole team
 */
public record HandOverPerson(
        AccountId to, @NotNull(message = "Choose why") KeptBecause why) {}
