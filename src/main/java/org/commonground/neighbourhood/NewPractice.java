package org.commonground.neighbourhood;

import org.commonground.account.TeamId;
import org.commonground.platform.personal.MailAddress;

/**
 * Asks for a practice of which the least is known.
 *
 * @param team the link workers its referrals go to
 */
public record NewPractice(String odsCode, String name, MailAddress mail, TeamId team) {

    KeepPractice facts() {
        return new KeepPractice(odsCode, name, mail, team, null, null, null, null);
    }
}
