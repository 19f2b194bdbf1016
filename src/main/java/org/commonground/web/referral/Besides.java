package org.commonground.web.referral;

import java.util.stream.Collectors;
import org.commonground.crisis.Crises;
import org.commonground.crisis.Crisis;
import org.commonground.group.Need;
import org.commonground.neighbourhood.Practices;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.referral.Referrals;
import org.commonground.referral.Request;
import org.commonground.referral.duplicate.Duplicates;
import org.commonground.referral.duplicate.Requests;
import org.commonground.web.referral.ReferralPage.Alarm;
import org.commonground.web.referral.ReferralPage.Asked;
import org.commonground.web.referral.ReferralPage.Beside;
import org.springframework.stereotype.Component;

/** Gathers what stands beside a referral: an earlier one, requests that were joined to it, crises. */
@Component
class Besides {

    private final Referrals referrals;
    private final Requests requests;
    private final Duplicates duplicates;
    private final Crises crises;
    private final Practices practices;
    private final KeepingPart kept;

    Besides(
            Referrals referrals,
            Requests requests,
            Duplicates duplicates,
            Crises crises,
            Practices practices,
            KeepingPart kept) {
        this.kept = kept;
        this.referrals = referrals;
        this.requests = requests;
        this.duplicates = duplicates;
        this.crises = crises;
        this.practices = practices;
    }

    /** For its team alone. */
    Beside of(Referral referral) {
        return new Beside(
                referral.previous()
                        .map(referrals::find)
                        // it may have gone to another team since
                        .filter(earlier -> earlier.team().equals(referral.team()))
                        .map(earlier -> earlier.reference().text())
                        .orElse(null),
                duplicates.joinedOnto(referral.id()).stream().map(this::asked).toList(),
                crises.of(referral.id()).stream().map(Besides::alarm).toList(),
                kept.of(referral),
                referral.maySendBack());
    }

    private Asked asked(Referral joined) {
        Request request = requests.of(joined.id());
        return new Asked(
                InWords.stamp(joined.receivedAt()),
                practices.find(joined.practice()).orElseThrow().name(),
                request.needs().stream().sorted().map(Need::label).collect(Collectors.joining(", ")),
                request.reason().text());
    }

    private static Alarm alarm(Crisis crisis) {
        return new Alarm(
                InWords.stamp(crisis.declaredAt()),
                crisis.kind().label(),
                crisis.said().text(),
                crisis.saidBy().label(),
                crisis.confirmation()
                        .map(by -> by.by().text() + ", " + by.role().text() + ", on " + InWords.stamp(by.at()) + ": "
                                + by.agreed().text())
                        .orElse(null));
    }
}
