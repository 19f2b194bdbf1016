package org.commonground.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonground.account.NeighbourhoodId;
import org.commonground.platform.submitted.Unreadable;

/**
 * What somebody says about a group when it joins the directory. Units and meanings are those of {@link Group}, {@link
 * WhoFor}, {@link Capacity} and {@link Venue}.
 */
public record NewGroup(
        @NotNull(message = "Choose the neighbourhood the group is at home in")
        NeighbourhoodId neighbourhood,

        @NotNull(message = "Say which other neighbourhoods may send people, if any")
        Set<NeighbourhoodId> alsoFor,

        @NotBlank(message = "Give the group's name") @Size(max = 120, message = "Use at most 120 characters")
        String name,

        @NotBlank(message = "Say what the group does") @Size(max = 1000, message = "Use at most 1,000 characters")
        String does,

        @NotNull(message = "Say how the group is run") GroupKind kind,
        @NotNull(message = "Choose the tier") Tier tier,

        @NotEmpty(message = "Choose at least one need the group meets")
        Set<Need> meets,

        @NotNull(message = "Say which support the group offers, if any")
        Set<Support> offers,

        @Min(value = 0, message = "The youngest age cannot be below 0")
        Integer minimumAge,

        @Max(value = 130, message = "The oldest age cannot be above 130")
        Integer maximumAge,

        @NotNull(message = "Say whom the group is open to") Audience audience,

        @NotNull(message = "Say whether the group is only for people with a certain need")
        Set<Need> onlyWithNeed,

        @NotEmpty(message = "Name at least one language") Set<String> languages,

        @Valid @NotEmpty(message = "Give at least one session")
        List<NewSession> sessions,

        @Size(max = 200, message = "Use at most 200 characters")
        String cost,

        @Min(value = 1, message = "A course lasts at least one week")
        @Max(value = 104, message = "A course lasts at most 104 weeks")
        Integer weeks,

        @Min(value = 1, message = "A group has at least one place")
        @Max(value = 500, message = "A group has at most 500 places")
        int places,

        @Min(value = 1, message = "Say how many new people may come in a month, at least 1")
        int newPeopleAMonth,

        @Min(value = 1, message = "Say how many offers may wait at once, at least 1")
        int openOffers,

        @NotBlank(message = "Give the venue's address") @Size(max = 300, message = "Use at most 300 characters")
        String address,

        boolean addressIsPublic,

        @NotNull(message = "Give the first part of the venue's postcode")
        @Pattern(regexp = DISTRICT, message = "Give the first part of a postcode, such as BS5")
        String district,

        @NotNull(message = "Say from where people come easily, if from elsewhere")
        Set<@Pattern(regexp = DISTRICT, message = "Give first parts of postcodes, such as BS5") String> nearby,

        @Size(max = 500, message = "Use at most 500 characters")
        String travel,

        @NotBlank(message = "Say who meets people at the first session")
        @Size(max = 100, message = "Use at most 100 characters")
        String meetsPeople,

        @Size(max = 30, message = "Use at most 30 characters")
        String phone,

        @Min(value = 1, message = "Give the price in pence, at least 1, or nothing where it is free")
        Integer price,

        boolean fromHome,
        boolean waitingList) {

    /** The outward part of a postcode in the United Kingdom. */
    public static final String DISTRICT = "[A-Z]{1,2}[0-9][A-Z0-9]?";

    /** When a group meets each week; times are those of Europe/London. */
    public record NewSession(
            @NotNull(message = "Choose the day") DayOfWeek day,
            @NotNull(message = "Give the time it starts") LocalTime start,
            @NotNull(message = "Give the time it ends") LocalTime end) {

        private static final java.util.regex.Pattern WORDS = java.util.regex.Pattern.compile(
                "(?<day>[A-Za-z]+)\\s+(?<start>\\d{1,2}:\\d{2})\\s*(?:-|–|to)\\s*(?<end>\\d{1,2}:\\d{2})");

        /**
         * Reads {@code Tuesday 14:00 to 16:00}.
         *
         * @throws Unreadable where it is written in another way
         */
        public static NewSession of(String words) {
            Matcher found = WORDS.matcher(words.strip());
            try {
                if (found.matches()) {
                    return new NewSession(
                            DayOfWeek.valueOf(found.group("day").toUpperCase(Locale.ROOT)),
                            time(found.group("start")),
                            time(found.group("end")));
                }
            } catch (IllegalArgumentException | DateTimeException none) {
                // no such day or time: said below, like all that is no session
            }
            throw new Unreadable("Write each session like: Tuesday 14:00 to 16:00");
        }

        private static LocalTime time(String words) {
            return LocalTime.parse(words.length() == 4 ? "0" + words : words);
        }

        @AssertTrue(message = "The session must end after it starts")
        boolean isInOrder() {
            return start == null || end == null || end.isAfter(start);
        }
    }

    @AssertTrue(message = "Say in words what it costs, where it has a price")
    boolean isCostInWords() {
        return price == null || cost != null && !cost.isBlank();
    }

    @AssertTrue(message = "The oldest age cannot be below the youngest")
    boolean isAgeInOrder() {
        return minimumAge == null || maximumAge == null || maximumAge >= minimumAge;
    }

    /** What is known about a group that is kept. */
    public static NewGroup of(Group group) {
        return new NewGroup(
                group.home(),
                group.alsoFor(),
                group.name(),
                group.does(),
                group.kind(),
                group.tier(),
                group.meets(),
                group.offers(),
                group.whoFor().minimumAge(),
                group.whoFor().maximumAge(),
                group.whoFor().audience(),
                group.whoFor().onlyWithNeed(),
                group.languages(),
                group.sessions().stream()
                        .map(session -> new NewSession(session.day(), session.start(), session.end()))
                        .toList(),
                group.cost(),
                group.weeks(),
                group.capacity().places(),
                group.capacity().newPeopleAMonth(),
                group.capacity().openOffers(),
                group.venue().address(),
                group.venue().isPublic(),
                group.venue().district(),
                group.venue().nearby(),
                group.venue().travel(),
                group.venue().meets() == null ? null : group.venue().meets().text(),
                group.venue().phone() == null ? null : group.venue().phone().text(),
                group.price(),
                group.fromHome(),
                group.waitingList());
    }

    /** A person's name is hidden in text, like everywhere. */
    @Override
    public String toString() {
        return "NewGroup[" + name + "]";
    }
}
