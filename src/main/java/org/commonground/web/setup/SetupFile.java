package org.commonground.web.setup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonground.platform.Worded;

/** The files from which can be set up, in the order in which they are read: each may refer to what stands before it. */
enum SetupFile implements Worded {
    NEIGHBOURHOODS(
            "Neighbourhoods",
            neighbourhoodColumns(),
            List.of("name"),
            List.of(
                    String.join(",", neighbourhoodColumns().keySet()),
                    "Riverside,01632 960000,\"Monday to Friday, 9am to 5pm\",hello@riverside.example,"
                            + "3,1,4,2,2,10,3,5,8,9,28,3,4,16",
                    "Hilltop,01632 960010,\"Monday to Thursday, 10am to 4pm\",,,,,,,,,,,,,,,")),
    TEAMS(
            "Teams",
            columns(
                    "name", "the team’s name; it tells teams apart",
                    "neighbourhood", "name of the neighbourhood it works in; it stays there",
                    "lead", "username of who leads it; may be in the staff file",
                    "deputy", "username of who leads when the lead is away or gone"),
            List.of("name"),
            List.of(
                    "name,neighbourhood,lead,deputy",
                    "Riverside link workers,Riverside,ada.lead,ben.worker",
                    "\"Hilltop, upper and lower\",Hilltop,,")),
    STAFF(
            "Staff",
            columns(
                    "username", "what they type to sign in; it tells people apart and stays the same",
                    "name", "their name",
                    "mail", "their mail address",
                    "roles",
                            "link-worker, team-lead, administrator; several with semicolons; empty where they have a"
                                    + " post only",
                    "posts",
                            "clinical-supervisor, clinical-deputy, safeguarding-lead, safeguarding-deputy, manager, each"
                                    + " in a neighbourhood: manager in Riverside; several with semicolons",
                    "teams", "names of teams; several with semicolons"),
            List.of("username", "name", "roles"),
            List.of(
                    "username,name,mail,roles,posts,teams",
                    "ada.lead,Ada Example,ada@staff.example,team-lead; link-worker,,Riverside link workers",
                    "ben.worker,Ben Example,ben@staff.example,link-worker,,Riverside link workers",
                    "cleo.manager,Cleo Example,cleo@staff.example,,manager in Riverside; safeguarding-lead in Riverside,")),
    PRACTICES(
            "Practices",
            columns(
                    "ods_code", "its ODS code; it tells practices apart",
                    "name", "its name",
                    "mail", "where news goes",
                    "team", "name of the team its referrals go to",
                    "duty_name", "whom to ask for when a clinician is needed the same day",
                    "duty_phone", "and on which number",
                    "valid_until", "the last day its key is taken, as 2027-03-31; empty for no end",
                    "successor", "ODS code of the practice that takes over"),
            List.of("ods_code", "name", "mail", "team"),
            List.of(
                    "ods_code,name,mail,team,duty_name,duty_phone,valid_until,successor",
                    "Z99801,Riverside Surgery,news@riverside.example,Riverside link workers,Duty doctor,01632 960001,,")),
    PRACTICE_PEOPLE(
            "People of practices",
            columns(
                    "username", "what they type to sign in; it tells people apart and stays the same",
                    "name", "their name",
                    "mail", "their mail address",
                    "practice", "ODS code of the practice they refer for"),
            List.of("username", "name", "practice"),
            List.of("username,name,mail,practice", "pat.desk,Pat Example,pat@riverside.example,Z99801")),
    GROUPS(
            "Groups",
            groupColumns(),
            List.of("name"),
            List.of(
                    String.join(",", groupColumns().keySet()),
                    "Riverside singers,Riverside,Hilltop,\"We sing together, and drink tea.\",volunteer-run,accompanied,"
                            + "loneliness; low-mood,step-free; seat,18,,everybody,,English,Tuesday 14:00 to 16:00,"
                            + "Two pounds,200,,12,3,2,\"Chapel Hall, River Road\",yes,ZZ8,ZZ7; ZZ9,Bus 7,Alex,"
                            + "01632 960002,no,yes,"
                            + "alex@singers.example,Alex Example,alex@singers.example,,"
                            + ",Sam Example,,01632 960013"));

    private final String label;
    private final Map<String, String> columns;
    private final List<String> required;
    private final List<String> example;

    SetupFile(String label, Map<String, String> columns, List<String> required, List<String> example) {
        this.label = label;
        this.columns = columns;
        this.required = required;
        this.example = example;
    }

    static Optional<SetupFile> of(String word) {
        return Arrays.stream(values()).filter(file -> file.word().equals(word)).findFirst();
    }

    public String label() {
        return label;
    }

    /** Every column it may have, in the example's order, each with what it holds. */
    public Map<String, String> columns() {
        return columns;
    }

    /** The columns it must have; any other that is left out leaves what is known as it is. */
    public List<String> required() {
        return required;
    }

    /** The column that tells its lines apart. */
    String key() {
        return required.get(0);
    }

    /** A file that can be taken as it is. */
    String example() {
        return String.join("\r\n", example) + "\r\n";
    }

    private static Map<String, String> neighbourhoodColumns() {
        Map<String, String> columns = columns(
                "name", "its name as people know it; it tells neighbourhoods apart",
                "phone", "the service’s number there",
                "hours", "when that is answered, in words",
                "reply_to", "where answers to the service’s mails are read");
        columns.putAll(NumberWords.columns());
        return columns;
    }

    private static Map<String, String> columns(String... namesAndWords) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWords.length; i += 2) {
            columns.put(namesAndWords[i], namesAndWords[i + 1]);
        }
        return columns;
    }

    private static Map<String, String> groupColumns() {
        Map<String, String> words = columns(
                "name", "the group’s name; it tells groups apart",
                "neighbourhood", "name of the neighbourhood where it is at home",
                "also_for", "names of others that may send people; several with semicolons",
                "does", "what it does, in words anybody may read",
                "kind", "informal, volunteer-run or paid",
                "tier", "signpost-only, accompanied or full",
                "needs", "needs it meets, such as loneliness; several with semicolons",
                "support", "support it offers, such as step-free; several with semicolons",
                "youngest_age", "in years; empty for any",
                "oldest_age", "in years; empty for any",
                "audience", "everybody, women or men",
                "only_with_need", "only for people with one of these needs; empty for everybody",
                "languages", "in English words; several with semicolons",
                "sessions", "Tuesday 14:00 to 16:00; several with semicolons",
                "cost", "in words; empty where it is free",
                "price_pence", "highest price of one session, in pence",
                "weeks", "how long a course lasts; empty where people stay until they leave",
                "places", "in all",
                "new_people_a_month", "at most",
                "open_offers", "how many offers may wait for an answer at once",
                "address", "as a person needs it to find the door",
                "address_is_public", "yes or no",
                "district", "first part of its postcode, such as BS5",
                "nearby", "first parts of postcodes from where people come easily; several with semicolons",
                "travel", "how to get there",
                "meets_people", "who meets people at the first session",
                "phone", "the group’s number, for the link worker",
                "from_home", "whether people can take part by phone or online: yes or no",
                "waiting_list", "whether people may wait while it is full: yes or no");
        Stream.of(1, 2).forEach(n -> {
            words.put("organiser_" + n + "_username", "what they type to sign in; empty where they will not");
            words.put("organiser_" + n + "_name", "their name");
            words.put("organiser_" + n + "_mail", "where offers are announced");
            words.put("organiser_" + n + "_phone", "where the link worker rings them");
        });
        return words;
    }
}
