package org.commonground.placement.check;

import java.time.Instant;
import org.commonground.account.AccountId;
import org.commonground.placement.Verdict;
import org.commonground.platform.personal.Narrative;

/** What a clinical supervisor said about one placement. */
public record SecondOpinion(Verdict verdict, Narrative reason, AccountId givenBy, Instant givenAt) {}
