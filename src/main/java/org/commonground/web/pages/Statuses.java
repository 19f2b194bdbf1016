package org.commonground.web.pages;

import org.commonground.platform.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** How a refusal is answered, on a page and by the API alike. */
public final class Statuses {

    private Statuses() {}

    public static HttpStatus of(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
