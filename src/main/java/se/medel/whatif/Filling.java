package se.medel.whatif;

import java.util.Arrays;
import java.util.Optional;

/** The quick ways to fill an expected uptake in. */
public enum Filling {
    /** All eligible ask for the most. */
    MOST("most"),
    /** What the districts have applied for in the round so far. */
    APPLIED("applied"),
    /** What they applied for in the last round before this one. */
    LAST_YEAR("last-year"),
    NOTHING("nothing");

    private final String wireName;

    Filling(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API and in forms. */
    public String wireName() {
        return wireName;
    }

    public static Optional<Filling> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(filling -> filling.wireName.equals(wireName))
                .findFirst();
    }
}
