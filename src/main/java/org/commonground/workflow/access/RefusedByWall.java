package org.commonground.workflow.access;

import org.springframework.http.HttpStatus;

/** The wall does not let a request through. The message is for whoever sent it and repeats nothing they sent. */
final class RefusedByWall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private RefusedByWall(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** It may not be asked at all, or not by this person. */
    static RefusedByWall notAllowed() {
        return new RefusedByWall(HttpStatus.FORBIDDEN, "This cannot be done here");
    }

    /** It is written in a way the wall does not accept. */
    static RefusedByWall malformed(String message) {
        return new RefusedByWall(HttpStatus.BAD_REQUEST, message);
    }

    static RefusedByWall tooLarge() {
        return new RefusedByWall(HttpStatus.PAYLOAD_TOO_LARGE, "This is too large");
    }

    HttpStatus status() {
        return status;
    }
}
