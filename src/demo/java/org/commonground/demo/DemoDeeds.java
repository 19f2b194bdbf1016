package org.commonground.demo;

import org.commonground.account.Actor;
import org.commonground.crisis.Crises;
import org.commonground.crisis.CrisisKind;
import org.commonground.crisis.DeclareCrisis;
import org.commonground.crisis.SaidBy;
import org.commonground.demo.DemoAnswers.Said;
import org.commonground.placement.ending.Leavings;
import org.commonground.placement.ending.LeftBecause;
import org.commonground.placement.ending.RecordLeaving;
import org.commonground.placement.ending.StopReason;
import org.commonground.placement.ending.StopReferral;
import org.commonground.placement.ending.Stops;
import org.commonground.placement.ending.ToldBy;
import org.commonground.placement.ending.ToldHow;
import org.commonground.platform.Ids;
import org.commonground.platform.Worded;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.personal.Narrative;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.SendBack;
import org.commonground.referral.SentBackReason;
import org.commonground.safeguarding.Concerns;
import org.commonground.safeguarding.RaiseConcern;
import org.springframework.stereotype.Component;

/** What people of the demo do on a referral's page, where no task asks them. */
@Component
class DemoDeeds {

    private final Referrals referrals;
    private final Concerns concerns;
    private final Crises crises;
    private final Stops stops;
    private final Leavings leavings;
    private final InOneTransaction once;

    DemoDeeds(
            Referrals referrals,
            Concerns concerns,
            Crises crises,
            Stops stops,
            Leavings leavings,
            InOneTransaction once) {
        this.referrals = referrals;
        this.concerns = concerns;
        this.crises = crises;
        this.stops = stops;
        this.leavings = leavings;
        this.once = once;
    }

    void act(ReferralId referral, Said said, Actor.SignedIn actor) {
        once.run(() -> {
            switch (said.deed()) {
                case "send-back" ->
                    referrals.sendBack(
                            referral, new SendBack(Worded.of(SentBackReason.class, said.text("reason"))), actor);
                case "stop" -> stops.stop(stop(referral, said), actor);
                case "leave" -> leavings.record(leave(referral, said), actor);
                case "raise-concern" ->
                    concerns.raise(
                            concern(referral, said), referrals.find(referral).neighbourhood(), actor);
                case "declare-crisis" -> crises.declare(crisis(referral, said), actor);
                default -> throw new IllegalArgumentException("Nobody knows how to " + said.deed());
            }
        });
    }

    private static StopReferral stop(ReferralId referral, Said said) {
        return new StopReferral(
                referral,
                Worded.of(StopReason.class, said.text("reason")),
                Worded.of(ToldBy.class, said.text("told")),
                Worded.of(ToldHow.class, said.text("how")),
                words(said, "narrative"));
    }

    private RecordLeaving leave(ReferralId referral, Said said) {
        return new RecordLeaving(
                leavings.attending(referral).get(0).id(),
                Worded.of(LeftBecause.class, said.text("because")),
                words(said, "note"));
    }

    private static RaiseConcern concern(ReferralId referral, Said said) {
        boolean danger = (boolean) said.fields().get("immediateDanger");
        return new RaiseConcern(Ids.next(), referral.value(), null, danger, words(said, "what"), null);
    }

    private static DeclareCrisis crisis(ReferralId referral, Said said) {
        return new DeclareCrisis(
                Ids.next(),
                referral,
                Worded.of(CrisisKind.class, said.text("kind")),
                words(said, "said"),
                Worded.of(SaidBy.class, said.text("saidBy")));
    }

    private static Narrative words(Said said, String field) {
        return new Narrative(said.text(field));
    }
}
