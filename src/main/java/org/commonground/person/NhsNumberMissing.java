package org.commonground.person;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a referral comes without an NHS number. */
public enum NhsNumberMissing {
    NOT_KNOWN,
    NOT_REGISTERED,
    OVERSEAS_VISITOR,
    PERSON_DECLINED;

    /** As the API and tables write it: {@code not-known}. */
    @JsonValue
    public String word() {
        return name().toLowerCase().replace('_', '-');
    }

    public static NhsNumberMissing of(String word) {
        return valueOf(word.toUpperCase().replace('-', '_'));
    }
}
