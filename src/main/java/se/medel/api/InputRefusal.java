package se.medel.api;

import java.util.List;
import se.medel.refusal.Reason;

/** What can be wrong with a request before any feature looks at it. */
public enum InputRefusal implements Reason {
    VALUE_MISSING,
    NOT_A_NUMBER,
    NUMBER_WITH_EXPONENT,
    NEGATIVE_NUMBER,
    /** Decimals where whole kronor or whole clients are asked for (A2). */
    NOT_A_WHOLE_NUMBER,
    /** Parts of an öre. */
    TOO_MANY_DECIMALS,
    /** Argument: the largest there can be. */
    NUMBER_TOO_LARGE("most"),
    /** Arguments: the smallest and the largest there can be. */
    NUMBER_OUT_OF_RANGE("least", "most"),
    /** Argument: the longest there can be. */
    VALUE_TOO_LONG("most"),
    /** Argument: the most there can be. */
    TOO_MANY_VALUES("most"),
    /** Argument: what can stand there. */
    UNKNOWN_VALUE("known"),
    UNKNOWN_DISTRICT,
    MALFORMED_RULE,
    /** The value belongs to another component or another outcome. */
    VALUE_NOT_WANTED,
    IDEMPOTENCY_KEY_REUSED;

    private final List<String> members;

    InputRefusal(String... members) {
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
