package org.commonground.placement.offer;

import java.util.Optional;
import java.util.Set;
import org.commonground.person.Person;
import org.commonground.placement.Placement;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.check.PersonSide;
import org.commonground.placement.check.SafetyChecks;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.consent.ConsentAnswers;
import org.commonground.referral.consent.Consents;
import org.commonground.referral.consent.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the organisers of a group may know about whoever is offered to them. */
@Service
@Transactional(readOnly = true)
public class ToldToGroups {

    private final Placements placements;
    private final SafetyChecks checks;
    private final Referrals referrals;
    private final ConsentAnswers consents;
    private final WorkingDays days;

    ToldToGroups(
            Placements placements,
            SafetyChecks checks,
            Referrals referrals,
            ConsentAnswers consents,
            WorkingDays days) {
        this.placements = placements;
        this.checks = checks;
        this.referrals = referrals;
        this.consents = consents;
        this.days = days;
    }

    /** What they may know now: nothing that the person did not agree to share with this group. */
    public ToldToGroup of(PlacementId id) {
        Placement placement = placements.find(id);
        Referral referral = referrals.find(placement.referral());
        Person person = referrals.personOf(referral.id());
        Consents agreed = consents.of(referral.id());
        Optional<PersonSide> side =
                agreed.allowSharingWith(placement.group()) ? checks.of(placement) : Optional.empty();
        boolean saidYes =
                switch (placement.state()) {
                    case ACCEPTED, AGREED, ATTENDED -> true;
                    case CHOSEN, WAITING, ASKED, OFFERED, ENDED -> false;
                };
        return new ToldToGroup(
                referral.reference(),
                AgeBand.of(person.born().ageOn(days.today())),
                person.language().text(),
                person.interpreter(),
                side.map(PersonSide::support).orElse(Set.of()),
                side.map(PersonSide::gapArrangement),
                side.filter(told -> agreed.allow(Purpose.SHARE_RISKS)).map(PersonSide::instruction),
                placement.answerBy(),
                saidYes && side.isPresent() ? Optional.of(person.firstName()) : Optional.empty());
    }

    /** Whether the person agrees that this group is told about them. */
    public boolean maySee(Placement placement) {
        return consents.of(placement.referral()).allowSharingWith(placement.group());
    }
}
