package org.commonground.referral.consent;

import org.commonground.platform.Worded;

/** What a consent is about: each is asked, given and withdrawn by itself. */
public enum Purpose implements Worded {
    /** To be referred to us at all. */
    REFER,
    /** To share what a group must know with that one group. */
    SHARE_WITH_GROUP,
    /** To share known risks with the groups shared with. */
    SHARE_RISKS,
    /** To tell the practice how it goes. */
    FEEDBACK,
    /** To be written to by mail. */
    MAIL,
    /** To be sent text messages. */
    TEXT;
}
