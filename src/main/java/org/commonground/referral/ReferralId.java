package org.commonground.referral;

import java.util.UUID;
import org.commonground.platform.Ids;

/** Names one referral: one person's episode, from the practice's request to closure. */
public record ReferralId(UUID value) {

    public static ReferralId next() {
        return new ReferralId(Ids.next());
    }

    public static ReferralId of(String text) {
        return new ReferralId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
