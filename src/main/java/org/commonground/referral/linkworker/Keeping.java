package org.commonground.referral.linkworker;

import java.time.Instant;
import java.util.Optional;
import org.commonground.account.AccountId;
import org.commonground.platform.Signature;

/**
 * Who looks after a person since when.
 *
 * @param linkWorker empty where it is the whole team
 * @param by who said so
 */
public record Keeping(Optional<AccountId> linkWorker, Instant since, KeptBecause why, Signature by) {}
