package org.commonground.account;

import org.commonground.platform.personal.MailAddress;

/**
 * A GP practice that refers people and hears how it went.
 *
 * @param odsCode its code in the NHS's directory of organisations, in capital letters: its username for the API
 * @param mail where its mails go
 * @param team the link workers its referrals go to
 * @param active false: its key opens nothing
 */
public record Practice(PracticeId id, String odsCode, String name, MailAddress mail, TeamId team, boolean active) {}
