package se.medel.settlement.rules;

/** Why a part of a grant isn't the district's to keep (Y4), in the order in which the reasons are tried. */
public enum RepaymentReason {
    /** No report came in time: the whole sum is flagged. */
    NO_REPORT("Y1"),
    /** Compensation for a client who wasn't eligible. */
    NOT_ELIGIBLE_CLIENT("M3"),
    /** More was granted than the cost that is approved. */
    UNUSED("Y2"),
    /** Cost on a line that the plan hasn't, beyond the model's tolerance. */
    OFF_PLAN("Y4"),
    /** Somebody else paid for the same cost or client. */
    FUNDED_TWICE("K3");

    private final String rule;

    RepaymentReason(String rule) {
        this.rule = rule;
    }

    /** The rule that the reason rests on. */
    public String rule() {
        return rule;
    }
}
