package se.medel.deadline;

/** What can be due, and from whom. */
public enum DueKind {
    /** A draft that isn't submitted. */
    APPLICATION(Audience.DISTRICT),
    COMPLETION(Audience.DISTRICT),
    COST_REPORT(Audience.DISTRICT),
    REPORT_COMPLETION(Audience.DISTRICT),
    HEARING_REPLY(Audience.DISTRICT),
    REPAYMENT(Audience.DISTRICT),
    PREPARATION(Audience.OFFICER),
    DECISION(Audience.DIRECTOR),
    REPORT_REVIEW(Audience.OFFICER),
    REPAYMENT_DECISION(Audience.DIRECTOR),
    /** An ordered payment that nobody has marked as paid. */
    PAYMENT(Audience.CONTROLLER);

    private final Audience audience;

    DueKind(Audience audience) {
        this.audience = audience;
    }

    /** Who has to do it. */
    public Audience audience() {
        return audience;
    }
}
