package se.medel.planchange.rules;

/** Where a plan change stands. */
public enum PlanChangeState {
    ASKED,
    /** An officer has said what he or she recommends. */
    PREPARED,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == ASKED || this == PREPARED;
    }
}
