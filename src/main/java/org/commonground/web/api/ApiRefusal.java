package org.commonground.web.api;

import org.springframework.http.HttpStatus;

/** A request that is refused before anybody looks at what it says. The message is for the sender and quotes nothing. */
final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    ApiRefusal(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
