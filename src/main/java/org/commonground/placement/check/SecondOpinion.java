package org.commonground.placement.check;

import java.time.Instant;
import org.commonground.placement.Verdict;
import org.commonground.platform.Signature;
import org.commonground.platform.personal.Narrative;

/** What a clinical supervisor said about one placement. */
public record SecondOpinion(Verdict verdict, Narrative reason, Signature givenBy, Instant givenAt) {}
