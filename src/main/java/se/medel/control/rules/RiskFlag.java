package se.medel.control.rules;

/** What makes a report stand out, few enough that a flag still means something (ours). */
public enum RiskFlag {
    /** Figure: the kronor over the plan on the lines that cost over {@link Risks#OVER_PLAN_PERCENT} per cent too much. */
    OVER_PLAN(true),
    /** Figure: the kronor spent on what the plan hasn't (Y4). */
    OFF_PLAN(true),
    /** Figure: how many days after the day it came. */
    LATE(false),
    /** Figure: how many lines have a cost; all of them were typed and none was read from the ledger (Y3). */
    NO_LEDGER(false),
    /** Figure: the kronor that the grant and others' money together are above the cost (K3). */
    OVER_FUNDED(true),
    /** Figure: how many lines have a cost; all of them are whole thousands. */
    ROUND_SUMS(false),
    /** Figure: the round's year, before which the programme gave the district nothing, but others. */
    FIRST_TIME(false),
    /** Figure: the kronor of the plan that weren't spent, where they are {@link Risks#UNSPENT_PERCENT} per cent or more (Y2). */
    UNSPENT(true);

    private final boolean kronor;

    RiskFlag(boolean kronor) {
        this.kronor = kronor;
    }

    /** Whether the flag's figure is kronor; else it is a number. */
    public boolean isKronor() {
        return kronor;
    }
}
