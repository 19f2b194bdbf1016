package org.commonground.conversation.signpost;

import java.time.Instant;
import org.commonground.platform.personal.Narrative;

/** That a person was pointed to something they do without us. It tells about them: the caller checks who reads. */
public record Signposting(SignpostingId id, Instant at, Narrative to, Narrative why, SignpostedHow how) {}
