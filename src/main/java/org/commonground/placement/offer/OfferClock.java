package org.commonground.placement.offer;

import java.time.LocalDate;
import java.util.Optional;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementRepository;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * The clock of an open offer: the days on which its organisers are reminded, and waited for no longer. It stands still
 * while a pause of the referral or a question of the group lasts, from whichever begins first until whichever ends last;
 * then the days move on by the working days it stood. The row alone knows; the engine's timers follow it.
 */
@Component
class OfferClock {

    private final PlacementRepository placements;
    private final GroupQuestionRepository questions;
    private final Referrals referrals;
    private final WorkingDays days;

    OfferClock(
            PlacementRepository placements, GroupQuestionRepository questions, Referrals referrals, WorkingDays days) {
        this.placements = placements;
        this.questions = questions;
        this.referrals = referrals;
        this.days = days;
    }

    /** One that stands still already has stood since then. */
    void stop(Placement offer) {
        if (placements.stoodSince(offer.id()).isEmpty()) {
            placements.stopped(offer.id(), days.today());
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
        return placements.stoodSince(offer.id()).map(since -> goOn(offer, left, days.between(since, days.today())));
    }

    private int goOn(Placement offer, int left, int stood) {
        LocalDate answerBy = days.after(offer.answerBy().orElseThrow(), stood);
        LocalDate earliest = days.after(days.today(), left);
        placements.goesOn(
                offer.id(),
                days.after(placements.remindOn(offer.id()), stood),
                answerBy.isBefore(earliest) ? earliest : answerBy);
        return stood;
    }
}
