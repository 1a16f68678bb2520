package se.medel.decision;

import se.medel.application.rules.ApplicationState;
import se.medel.money.Kronor;

/** What a decision says. */
public enum DecisionOutcome {
    GRANTED(ApplicationState.GRANTED),
    PARTLY_GRANTED(ApplicationState.PARTLY_GRANTED),
    REFUSED(ApplicationState.REFUSED);

    private final ApplicationState state;

    DecisionOutcome(ApplicationState state) {
        this.state = state;
    }

    /** Where the application stands after the decision. */
    public ApplicationState state() {
        return state;
    }

    static DecisionOutcome of(Kronor asked, Kronor granted) {
        if (!granted.isPositive()) {
            return REFUSED;
        }
        return granted.equals(asked) ? GRANTED : PARTLY_GRANTED;
    }
}
