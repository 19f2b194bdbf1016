package org.commonground.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.commonground.group.Audience;
import org.commonground.group.GroupKind;
import org.commonground.group.Need;
import org.commonground.group.NewGroup;
import org.commonground.group.NewGroup.NewSession;
import org.commonground.group.Support;
import org.commonground.group.Tier;

/** The community groups of the demo neighbourhood: small and large, free and paid, open and for some. All invented. */
final class DemoGroups {

    static final String GARDEN = "Elmbrook Patch gardeners";
    static final String KETTLE = "Kettle and Chat";
    static final String WALKERS = "Slow Steps walking group";
    static final String MONEY = "Elmbrook Money Matters";
    static final String SINGERS = "Thursday Singers for women";

    private DemoGroups() {}

    static List<DemoPerson> organisers() {
        return List.of(
                DemoPerson.organiser("gita", "Gita Example", GARDEN),
                DemoPerson.organiser("george", "George Example", GARDEN),
                DemoPerson.organiser("kit", "Kit Example", KETTLE),
                DemoPerson.organiser("karen", "Karen Example", KETTLE),
                DemoPerson.organiser("wilf", "Wilf Example", WALKERS),
                DemoPerson.organiser("wanda", "Wanda Example", WALKERS),
                DemoPerson.organiser("mo", "Mo Example", MONEY),
                DemoPerson.organiser("mina", "Mina Example", MONEY),
                DemoPerson.organiser("tess", "Tess Example", SINGERS),
                DemoPerson.organiser("tola", "Tola Example", SINGERS));
    }

    static List<NewGroup> all() {
        return List.of(garden(), kettle(), walkers(), money(), singers());
    }

    private static NewGroup garden() {
        return new NewGroup(
                GARDEN,
                "We grow vegetables together on the old railway land. Come for the tea as much as for the weeding.",
                GroupKind.VOLUNTEER_RUN,
                Tier.FULL,
                Set.of(Need.NATURE_AND_GARDENING, Need.LONELINESS, Need.LOW_MOOD, Need.MOVING_MORE),
                Set.of(Support.MEETING_AT_THE_DOOR, Support.SEAT, Support.COMPANION_WELCOME, Support.FIRST_AID),
                18,
                null,
                Audience.EVERYBODY,
                Set.of(),
                Set.of("English"),
                List.of(session(DayOfWeek.TUESDAY, 10, 12), session(DayOfWeek.SATURDAY, 10, 13)),
                null,
                null,
                8,
                3,
                3,
                "Elmbrook Patch, behind Station Road",
                true,
                "ZZ1",
                Set.of("ZZ2"),
                "Bus 7 stops at the gate; the path is firm but not flat.",
                "Gita",
                null,
                null,
                false,
                true);
    }

    private static NewGroup kettle() {
        return new NewGroup(
                KETTLE,
                "Tea, cake and talk around one big table. Nobody has to say anything.",
                GroupKind.INFORMAL,
                Tier.ACCOMPANIED,
                Set.of(Need.LONELINESS, Need.BEREAVEMENT, Need.CARING),
                Set.of(
                        Support.STEP_FREE,
                        Support.ACCESSIBLE_TOILET,
                        Support.SEAT,
                        Support.HEARING_LOOP,
                        Support.QUIET_SPACE,
                        Support.COMPANION_WELCOME),
                null,
                null,
                Audience.EVERYBODY,
                Set.of(),
                Set.of("English", "Punjabi"),
                List.of(session(DayOfWeek.WEDNESDAY, 14, 16)),
                null,
                null,
                12,
                3,
                3,
                "Chapel Hall, Mill Lane",
                true,
                "ZZ1",
                Set.of("ZZ2", "ZZ3"),
                "Level entrance from the car park.",
                "Kit",
                null,
                null,
                false,
                true);
    }

    private static NewGroup walkers() {
        return new NewGroup(
                WALKERS,
                "Half an hour by the brook at the pace of the slowest, with two benches on the way.",
                GroupKind.VOLUNTEER_RUN,
                Tier.FULL,
                Set.of(Need.MOVING_MORE, Need.LOW_MOOD, Need.LONG_TERM_CONDITION, Need.LONELINESS),
                Set.of(Support.MEETING_AT_THE_DOOR, Support.SEAT, Support.ASSISTANCE_DOG, Support.FIRST_AID),
                16,
                null,
                Audience.EVERYBODY,
                Set.of(),
                Set.of("English"),
                List.of(session(DayOfWeek.MONDAY, 11, 12), session(DayOfWeek.FRIDAY, 11, 12)),
                null,
                null,
                15,
                3,
                3,
                "Brook Lane car park",
                true,
                "ZZ2",
                Set.of("ZZ1", "ZZ3"),
                "Bus 7 and 12.",
                "Wilf",
                null,
                null,
                false,
                false);
    }

    private static NewGroup money() {
        return new NewGroup(
                MONEY,
                "Six weeks with an adviser: bills, benefits and debts, one step at a time.",
                GroupKind.PAID,
                Tier.FULL,
                Set.of(Need.MONEY, Need.HOUSING, Need.WORK_AND_LEARNING),
                Set.of(
                        Support.STEP_FREE,
                        Support.ACCESSIBLE_TOILET,
                        Support.INTERPRETER,
                        Support.LARGE_PRINT,
                        Support.COMPANION_WELCOME),
                18,
                null,
                Audience.EVERYBODY,
                Set.of(),
                Set.of("English", "Polish", "Urdu"),
                List.of(session(DayOfWeek.THURSDAY, 9, 11)),
                null,
                6,
                10,
                5,
                5,
                "Elmbrook Library, upstairs (lift)",
                true,
                "ZZ1",
                Set.of("ZZ2", "ZZ3", "ZZ4"),
                "Two minutes from the bus station.",
                "Mo",
                null,
                null,
                true,
                true);
    }

    private static NewGroup singers() {
        return new NewGroup(
                SINGERS,
                "Songs everybody knows, sung sitting down. No notes to read.",
                GroupKind.INFORMAL,
                Tier.FULL,
                Set.of(Need.ARTS_AND_CRAFTS, Need.LONELINESS, Need.MEMORY, Need.LOW_MOOD),
                Set.of(
                        Support.STEP_FREE,
                        Support.ACCESSIBLE_TOILET,
                        Support.SEAT,
                        Support.HEARING_LOOP,
                        Support.LARGE_PRINT),
                60,
                null,
                Audience.WOMEN,
                Set.of(),
                Set.of("English"),
                List.of(session(DayOfWeek.THURSDAY, 14, 15)),
                "£2 for the tea",
                null,
                5,
                1,
                2,
                "Sunnyside Community Room",
                false,
                "ZZ3",
                Set.of("ZZ1"),
                "Bus 12; ring at the side door.",
                "Tess",
                null,
                200,
                false,
                true);
    }

    private static NewSession session(DayOfWeek day, int from, int to) {
        return new NewSession(day, LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
