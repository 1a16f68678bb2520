package se.medel.delegation.rules;

import se.medel.round.rules.ComponentKind;

/** The kinds of decision that the committee can delegate. */
public enum DecisionKind {
    FIXED_GRANT,
    CO_FINANCING,
    CLIENT_COMPENSATION,
    REFUSAL,
    REPLACEMENT,
    PLAN_CHANGE,
    REPAYMENT,
    WRITE_OFF;

    /** The kind of decision that grants money of a component. */
    public static DecisionKind granting(ComponentKind component) {
        return switch (component) {
            case FIXED_GRANT -> FIXED_GRANT;
            case CO_FINANCING -> CO_FINANCING;
            case CLIENT_COMPENSATION -> CLIENT_COMPENSATION;
        };
    }
}
