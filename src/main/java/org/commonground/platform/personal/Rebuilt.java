package org.commonground.platform.personal;

/** An index of sealed values that is made anew where the installation has another secret. */
public interface Rebuilt {

    /** What it finds, in the plural, for the log. */
    String of();

    /**
     * Makes the rows of those who have none, or have some of another secret.
     *
     * @return of how many, at most as many as asked for; 0 once all are done
     */
    int writeMissing(int most);
}
