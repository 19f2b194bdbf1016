package org.commonground.placement.offer;

/** A person's age as a group may know it before it has said yes. */
public enum AgeBand {
    UNDER_26("under 26", 25),
    FROM_26("26 to 39", 39),
    FROM_40("40 to 59", 59),
    FROM_60("60 to 74", 74),
    FROM_75("75 or over", Integer.MAX_VALUE);

    private final String label;
    private final int oldest;

    AgeBand(String label, int oldest) {
        this.label = label;
        this.oldest = oldest;
    }

    public String label() {
        return label;
    }

    /** The band of an age in whole years. */
    public static AgeBand of(int age) {
        for (AgeBand band : values()) {
            if (age <= band.oldest) {
                return band;
            }
        }
        throw new IllegalArgumentException("no band for this age");
    }
}
