package org.commonground.conversation.code;

import java.time.Instant;

/** A code the practice may write into the person's record. */
public record RecordedCode(SnomedCode code, Instant at) {}
