package org.commonground.referral;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.commonground.platform.event.Whereabouts;
import org.springframework.stereotype.Component;

/** Where referrals belong. It never changes, so what was read once is kept for a while: each event asks. */
@Component
class PlacesOfReferrals implements Whereabouts {

    private static final int MOST = 10_000;

    private final ReferralRepository rows;
    private final Cache<UUID, Place> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PlacesOfReferrals(ReferralRepository rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Place> of(UUID referral) {
        Place place = known.getIfPresent(referral);
        if (place != null) {
            return Optional.of(place);
        }
        Optional<Place> read = rows.find(new ReferralId(referral))
                .map(found -> new Place(
                        found.neighbourhood().value(),
                        found.team().value(),
                        found.practice().value()));
        read.ifPresent(found -> known.put(referral, found));
        return read;
    }
}
