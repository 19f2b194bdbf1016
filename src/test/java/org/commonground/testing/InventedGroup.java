package org.commonground.testing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.commonground.account.Actor;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.Audience;
import org.commonground.group.GroupId;
import org.commonground.group.GroupKind;
import org.commonground.group.Groups;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.Support;
import org.commonground.group.Tier;
import org.springframework.beans.factory.BeanFactory;

/** A group that is invented, whole and open to everybody, and the same with something changed. */
public record InventedGroup(NewGroup group) {

    /** Suits {@link Invented#referral()} in every way, and has plenty of places. */
    public static InventedGroup singers() {
        return new InventedGroup(new NewGroup(
                null,
                Set.of(),
                "Singers " + UUID.randomUUID().toString().substring(0, 8),
                "We sing together and drink tea. Nobody has to sing alone.",
                GroupKind.VOLUNTEER_RUN,
                Tier.FULL,
                Set.of(Need.LONELINESS, Need.BEREAVEMENT),
                Set.of(Support.STEP_FREE, Support.SEAT),
                null,
                null,
                Audience.EVERYBODY,
                Set.of(),
                Set.of("English"),
                List.of(new NewGroup.NewSession(DayOfWeek.TUESDAY, LocalTime.of(14, 0), LocalTime.of(16, 0))),
                null,
                6,
                100,
                100,
                100,
                "Chapel Hall, Invented Row, Exampleton",
                true,
                "EX1",
                Set.of("EX2"),
                "Bus 7 stops at the door",
                "Alex Organiserly",
                "01632 960099",
                null,
                false,
                false));
    }

    public InventedGroup capacity(int places, int newPeopleAMonth, int openOffers) {
        return with("places", places, "newPeopleAMonth", newPeopleAMonth, "openOffers", openOffers);
    }

    /** One place, and a list for whoever waits for it. */
    public static InventedGroup onePlace() {
        return singers().capacity(1, 100, 100).waitingList();
    }

    public InventedGroup waitingList() {
        return with("waitingList", true);
    }

    public InventedGroup meeting(Need... needs) {
        return with("meets", Set.of(needs));
    }

    public InventedGroup upTo(int age) {
        return with("maximumAge", age);
    }

    public InventedGroup tier(Tier tier) {
        return with("tier", tier);
    }

    private InventedGroup with(Object... facts) {
        return new InventedGroup(Filled.with(group, facts));
    }

    /** The same, at home in the neighbourhood of the test class unless it is somewhere else already. */
    public NewGroup here(BeanFactory context) {
        return group.neighbourhood() == null ? with("neighbourhood", Here.in(context)).group : group;
    }

    public InventedGroup at(NeighbourhoodId home, NeighbourhoodId... alsoFor) {
        return with("neighbourhood", home, "alsoFor", Set.of(alsoFor));
    }

    public GroupId in(BeanFactory context) {
        return context.getBean(Groups.class).create(here(context), Actor.SYSTEM);
    }
}
