package org.commonground.placement.offer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.PlacementRepository;
import org.commonground.placement.PlacementState;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clock of an open offer: the days on which its organisers are reminded, and waited for no longer. It stands still
 * while a pause of the referral or a question of the group lasts, from whichever begins first until whichever ends last;
 * then the days move on by the working days it stood. The row alone knows; the engine's timers follow it.
 */
@Component
@Transactional
public class OfferClock {

    private final OfferRepository offers;
    private final PlacementRepository placements;
    private final GroupQuestionRepository questions;
    private final Referrals referrals;
    private final WorkingDays days;

    OfferClock(
            OfferRepository offers,
            PlacementRepository placements,
            GroupQuestionRepository questions,
            Referrals referrals,
            WorkingDays days) {
        this.offers = offers;
        this.placements = placements;
        this.questions = questions;
        this.referrals = referrals;
        this.days = days;
    }

    /** Stops the clocks of a referral's open offers; returns the placements. */
    public List<PlacementId> stop(ReferralId referral) {
        List<Placement> open = offered(referral).toList();
        open.forEach(this::stop);
        return open.stream().map(Placement::id).toList();
    }

    /**
     * Lets the clocks of a referral's open offers go on, but of those that a question keeps.
     *
     * @return how many working days each stood
     */
    public Map<PlacementId, Integer> resume(ReferralId referral) {
        Map<PlacementId, Integer> stood = new LinkedHashMap<>();
        offered(referral).forEach(offer -> goOn(offer, 0).ifPresent(workingDays -> stood.put(offer.id(), workingDays)));
        return stood;
    }

    private Stream<Placement> offered(ReferralId referral) {
        return placements.of(referral).stream()
                .map(placement -> placements.lock(placement.id()))
                .filter(placement -> placement.state() == PlacementState.OFFERED);
    }

    /** One that stands still already has stood since then. */
    void stop(Placement offer) {
        if (offers.stoodSince(offer.id()).isEmpty()) {
            offers.stopped(offer.id(), days.today());
        }
    }

    /**
     * Lets it go on, unless a pause or a question still keeps it.
     *
     * @param left how many working days the organisers are to have at least
     * @return how many working days it stood, where it goes on
     */
    Optional<Integer> goOn(Placement offer, int left) {
        if (referrals.isPaused(offer.referral()) || questions.waits(offer.id())) {
            return Optional.empty();
        }
        return offers.stoodSince(offer.id()).map(since -> goOn(offer, left, days.between(since, days.today())));
    }

    private int goOn(Placement offer, int left, int stood) {
        LocalDate answerBy = days.after(offer.answerBy().orElseThrow(), stood);
        LocalDate earliest = days.after(days.today(), left);
        offers.goesOn(
                offer.id(),
                days.after(offers.remindOn(offer.id()), stood),
                answerBy.isBefore(earliest) ? earliest : answerBy);
        return stood;
    }
}
