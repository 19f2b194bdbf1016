package org.commonground.referral.consent;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a consent is about: each is asked, given and withdrawn by itself. */
public enum Purpose {
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

    /** As the API, forms and tables write it: {@code share-risks}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static Purpose of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
