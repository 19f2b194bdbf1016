package org.commonground.demo;

import java.time.LocalDate;
import org.commonground.platform.refusal.Refusal;
import org.commonground.platform.time.WorkingDays;
import org.commonground.referral.ReferralId;
import org.commonground.workflow.tasks.TaskRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one story has been told. */
final class DemoTelling {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTelling.class);

    private final DemoStory story;
    private final LocalDate begins;
    private final DemoDesk desk;
    private final WorkingDays days;
    private ReferralId referral;
    private LocalDate before;
    private int taken;
    private boolean stuck;

    DemoTelling(DemoStory story, LocalDate begins, DemoDesk desk, WorkingDays days) {
        this.story = story;
        this.begins = begins;
        this.desk = desk;
        this.days = days;
    }

    LocalDate begins() {
        return begins;
    }

    boolean isTold() {
        return !stuck && referral != null && taken == story.told().size();
    }

    /** Takes the next step, if it is due on this day and can be taken; answers whether it was. */
    boolean goesOn(LocalDate day) {
        if (day.isBefore(begins) || stuck || isTold()) {
            return false;
        }
        try {
            if (referral == null) {
                referral = desk.refer(story);
                before = day;
                return true;
            }
            DemoStory.Step next = story.told().get(taken);
            if (day.isBefore(days.after(before, next.after())) || !desk.take(story, next, referral, day)) {
                return false;
            }
            taken++;
            before = day;
            return true;
        } catch (Refusal | TaskRefused refused) {
            // whoever tries it out is better off with 29 stories than with none
            LOG.warn("The demo's story {} ends too soon: {} {}", this, refused.getMessage(), fields(refused));
            stuck = true;
            return false;
        }
    }

    private static Object fields(RuntimeException refused) {
        return refused instanceof Refusal refusal ? refusal.fields() : "";
    }

    /** {@code DEMO-07 before step 3 of 5}. */
    @Override
    public String toString() {
        return story.number() + " before step " + (taken + 1) + " of "
                + story.told().size();
    }
}
