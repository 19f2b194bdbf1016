package org.commonground.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonground.account.TeamId;
import org.commonground.neighbourhood.KeepNeighbourhood;
import org.commonground.neighbourhood.KeepPractice;
import org.commonground.platform.personal.MailAddress;
import org.commonground.platform.personal.PersonName;
import org.commonground.platform.personal.Phone;

/**
 * A practice of the demo.
 *
 * @param odsCode in the shape of a practice's code, and no practice has it
 * @param desk the user name of who sits at its desk
 * @param neighbourhood the name of the neighbourhood it is of, and
 * @param phone the service's number there
 * @param team the name of the team its referrals go to
 * @param lead who leads that team, and
 * @param deputy who does when the lead is away
 */
record DemoPractice(
        String odsCode,
        String name,
        String mail,
        String duty,
        String dutyPhone,
        String desk,
        String neighbourhood,
        String phone,
        String team,
        String lead,
        String deputy) {

    static final DemoPractice ELMBROOK = new DemoPractice(
            "Z99901",
            "Elmbrook Surgery",
            "elmbrook.surgery@example.org",
            "Dr Una Imagined",
            "01632 960101",
            "pat",
            "Elmbrook",
            "01632 960200",
            DemoPerson.ELMBROOK,
            "lesley",
            "sandeep");

    private static final DemoPractice THISTLEWICK = new DemoPractice(
            "Z99902",
            "Thistlewick Health Centre",
            "thistlewick.health.centre@example.org",
            "Dr Otto Conceived",
            "01632 960102",
            "polly",
            "Thistlewick",
            "01632 960210",
            DemoPerson.THISTLEWICK,
            "thora",
            "toby");

    static final List<DemoPractice> ALL = List.of(ELMBROOK, THISTLEWICK);

    static DemoPractice of(String odsCode) {
        return ALL.stream()
                .filter(practice -> practice.odsCode.equals(odsCode))
                .findFirst()
                .orElseThrow();
    }

    /** The people at the practices' desks. */
    static Stream<DemoPerson> desks() {
        return ALL.stream().map(practice -> DemoPerson.atPractice(practice.desk, practice.odsCode));
    }

    /** What is known about its neighbourhood. */
    KeepNeighbourhood where() {
        return new KeepNeighbourhood(
                neighbourhood,
                Phone.of(phone),
                "Monday to Friday, 9am to 5pm",
                MailAddress.of(neighbourhood.toLowerCase(Locale.ROOT) + ".link.workers@example.org"));
    }

    KeepPractice facts(TeamId sendsTo) {
        return new KeepPractice(
                odsCode, name, MailAddress.of(mail), sendsTo, PersonName.of(duty), Phone.of(dutyPhone), null, null);
    }
}
