package org.commonground.web.referral;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Answered like an address that never existed: to whoever may not see a referral it does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPage() {
        super("no such page", null, false, false);
    }
}
