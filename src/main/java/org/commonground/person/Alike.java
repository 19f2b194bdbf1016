package org.commonground.person;

/**
 * Somebody who shares with another what only one person should have.
 *
 * @param byNhsNumber whether the NHS number is the same
 * @param byNameAndBirth whether names and date of birth are the same
 * @param bothHaveNumbers whether both have an NHS number: where it is not the same, they are two people
 */
public record Alike(PersonId person, boolean byNhsNumber, boolean byNameAndBirth, boolean bothHaveNumbers) {

    /** Whether nothing known says that they are two people. */
    public boolean mayBeTheSame() {
        return byNhsNumber || !bothHaveNumbers;
    }
}
