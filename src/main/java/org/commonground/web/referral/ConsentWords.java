package org.commonground.web.referral;

import java.util.List;
import org.commonground.referral.consent.Purpose;

/** What a consent is about, and what follows when the person takes it back, in words for the team. */
final class ConsentWords {

    private ConsentWords() {}

    static String of(Purpose purpose) {
        return switch (purpose) {
            case REFER -> "being referred at all";
            case SHARE_WITH_GROUP -> "sharing with a group";
            case SHARE_RISKS -> "sharing known risks with groups";
            case FEEDBACK -> "telling the practice how it goes";
            case MAIL -> "being written to by e-mail";
            case TEXT -> "being sent text messages";
        };
    }

    /** What happens when it is recorded, one sentence each. */
    static List<String> consequences(Purpose purpose) {
        return switch (purpose) {
            case REFER -> List.of("The referral ends. You are asked who told us first.");
            case SHARE_WITH_GROUP ->
                List.of(
                        "What goes on with this group ends, and the place there is given back, also where the person goes"
                                + " there already.",
                        "The group is told that a place is free, and not why.",
                        "Other groups are not touched. You can choose again with the person.");
            case SHARE_RISKS ->
                List.of(
                        "No group is told about risks any more.",
                        "Every open offer is checked again at once. Where the group would have to decide without knowing"
                                + " the risk, the offer ends, and the group is told that a place is free.",
                        "You can choose again with the person; the clinical supervisor may have to give a second"
                                + " opinion.");
            case FEEDBACK ->
                List.of("From now on the practice learns only: received, not reached, sent back or closed.");
            case MAIL ->
                List.of(
                        "No more e-mails go to the person.",
                        "What we have to tell them goes by letter where that is safe, else you are asked to call.");
            case TEXT -> List.of("Send the person no more text messages.");
        };
    }
}
