package org.commonground.person;

import org.commonground.platform.Worded;

/** Why a referral comes without an NHS number. */
public enum NhsNumberMissing implements Worded {
    NOT_KNOWN,
    NOT_REGISTERED,
    OVERSEAS_VISITOR,
    PERSON_DECLINED;
}
