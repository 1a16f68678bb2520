package se.medel.participant.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a participant is. All changes of state stand here. */
public enum State {
    /** Has come or been referred, and is being assessed. */
    INTEREST,
    /** P4. */
    WAITING,
    ADMITTED,
    /** P9: still a participant, but doesn't use a guide's place. */
    RESTING,
    /** P10. May come again. */
    DISCHARGED;

    /** The states that this one may turn into. */
    public Set<State> next() {
        return switch (this) {
            case INTEREST -> EnumSet.of(WAITING, ADMITTED, DISCHARGED);
            case WAITING -> EnumSet.of(ADMITTED, DISCHARGED);
            case ADMITTED -> EnumSet.of(RESTING, DISCHARGED);
            case RESTING -> EnumSet.of(ADMITTED, DISCHARGED);
            case DISCHARGED -> EnumSet.of(INTEREST, WAITING);
        };
    }

    /** The name in addresses: {@code ADMITTED} is admitted. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with a wire name. */
    public static Optional<State> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(name))
                .findFirst();
    }

    /** Whether the participant takes part: has been admitted and not discharged since. */
    public boolean isEnrolled() {
        return this == ADMITTED || this == RESTING;
    }
}
