package org.commonground.conversation.code;

import java.time.Clock;
import java.util.List;
import org.commonground.referral.ReferralId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The SNOMED CT codes that a practice may write into the person's record, each once for a referral. */
@Service
@Transactional
public class Codes {

    private final CodeRepository recorded;
    private final PracticeCodes codes;
    private final Clock clock;

    Codes(CodeRepository recorded, PracticeCodes codes, Clock clock) {
        this.recorded = recorded;
        this.codes = codes;
        this.clock = clock;
    }

    /** The person goes ahead: when we talked, or after they were signposted. */
    public void agreed(ReferralId id) {
        recorded.insert(id, new RecordedCode(codes.agreed(), clock.instant()));
    }

    public void declined(ReferralId id) {
        recorded.insert(id, new RecordedCode(codes.declined(), clock.instant()));
    }

    /** Oldest first; whether the practice may see them is asked before. */
    @Transactional(readOnly = true)
    public List<RecordedCode> of(ReferralId id) {
        return recorded.of(id);
    }
}
