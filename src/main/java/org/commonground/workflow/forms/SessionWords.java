package org.commonground.workflow.forms;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.commonground.account.Account;
import org.commonground.account.Accounts;
import org.commonground.account.Actor;
import org.commonground.group.Group;
import org.commonground.group.Tier;
import org.commonground.placement.FirstSession;
import org.commonground.placement.Placement;
import org.commonground.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** What the forms that plan a first session have in common. */
@Component
class SessionWords {

    private final WorkingDays days;
    private final GroupWords groups;
    private final Accounts accounts;

    SessionWords(WorkingDays days, GroupWords groups, Accounts accounts) {
        this.days = days;
        this.groups = groups;
        this.accounts = accounts;
    }

    /**
     * The next day on which the group meets, as the values {@code firstSessionOn, firstSessionAt, meetingPlace, metBy,
     * accompanied, accompaniedBy, accompanyNote}.
     */
    Map<String, Object> proposed(Placement placement, Actor actor) {
        Group group = groups.group(placement.group());
        boolean must = group.tier() == Tier.ACCOMPANIED;
        Map<String, Object> values = new HashMap<>();
        group.nextAfter(days.today()).ifPresent(next -> {
            values.put("firstSessionOn", next.on());
            values.put("firstSessionAt", next.at());
        });
        values.put("meetingPlace", group.venue().address());
        values.put("metBy", group.venue().meets());
        values.put(
                "accompanyNote",
                must ? "To this group's first session somebody must." : "Ask whether they would like that.");
        if (must) {
            values.put("accompanied", "true");
        }
        if (actor instanceof Actor.SignedIn somebody) {
            accounts.find(somebody.account())
                    .map(Account::displayName)
                    .ifPresent(name -> values.put("accompaniedBy", name));
        }
        return values;
    }

    /** The process's date of the session that is planned. */
    Map<String, Object> planned(Placement placement) {
        Map<String, Object> outputs = new HashMap<>();
        outputs.put(
                "firstSessionOn",
                placement
                        .firstSession()
                        .map(FirstSession::start)
                        .map(Date::from)
                        .orElse(null));
        return outputs;
    }
}
