package org.commonground.group;

import org.commonground.platform.Worded;

/**
 * A group cannot take another person now. It is checked, so that throwing it does not roll back the transaction: being
 * full is an ordinary answer, which a model turns into another path.
 */
public class GroupFull extends Exception {

    private static final long serialVersionUID = 1L;

    /** What there is none of. */
    public enum Of implements Worded {
        PLACES("every place is held or taken"),
        NEW_PEOPLE("it has welcomed as many new people this month as it can"),
        OFFERS("as many offers as it can answer are already waiting"),
        WAITING("whoever waits for a place comes first"),
        CLOSED("the group is closed or suspended");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Of of;

    public GroupFull(Of of) {
        super(of.label(), null, false, true);
        this.of = of;
    }

    public Of of() {
        return of;
    }
}
