package org.commonground.neighbourhood;

/** The key is right, but the practice refers no more. The message is for the practice and says what to do. */
public class PracticeEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PracticeEnded(String message) {
        super(message, null, false, false);
    }
}
