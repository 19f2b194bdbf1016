package org.commonground.web.referral;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonground.neighbourhood.Absence;
import org.commonground.neighbourhood.Absences;
import org.commonground.platform.time.InWords;
import org.commonground.referral.Referral;
import org.commonground.referral.linkworker.Keeping;
import org.commonground.referral.linkworker.LinkWorkers;
import org.springframework.stereotype.Component;

/** Who looks after the person, and who did before. */
@Component
class KeepingPart {

    private final LinkWorkers linkWorkers;
    private final Colleagues colleagues;
    private final Absences absences;

    KeepingPart(LinkWorkers linkWorkers, Colleagues colleagues, Absences absences) {
        this.linkWorkers = linkWorkers;
        this.colleagues = colleagues;
        this.absences = absences;
    }

    /**
     * As the page shows it.
     *
     * @param now who it is, in words
     * @param away until when, and who stands in; null where they are there
     * @param history each change in words, the newest first
     */
    record Kept(String now, String away, List<String> history) {}

    Kept of(Referral referral) {
        List<Keeping> history = linkWorkers.history(referral.id());
        return new Kept(
                history.stream().findFirst().map(this::who).orElse("The whole team"),
                history.stream()
                        .findFirst()
                        .flatMap(Keeping::linkWorker)
                        .flatMap(account -> Optional.ofNullable(
                                absences.today(List.of(account)).get(account)))
                        .map(this::away)
                        .orElse(null),
                history.stream().map(this::words).toList());
    }

    private String who(Keeping keeping) {
        return keeping.linkWorker().map(colleagues::name).orElse("The whole team");
    }

    private String away(Absence absence) {
        return "away until " + InWords.date(absence.to()) + ", " + colleagues.name(absence.standIn()) + " stands in";
    }

    private String words(Keeping keeping) {
        String by = colleagues.name(keeping.by());
        return who(keeping) + ", since " + InWords.stamp(keeping.since()) + ": "
                + keeping.why().label().toLowerCase(Locale.UK)
                + (by == null ? "" : " (" + by + ")");
    }
}
