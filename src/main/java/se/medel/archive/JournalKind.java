package se.medel.archive;

/** What stands in the register, and which way it goes. */
public enum JournalKind {
    APPLICATION(Way.IN),
    COMPLETION_REQUEST(Way.OUT),
    COMPLETION(Way.IN),
    WITHDRAWAL(Way.IN),
    COMMITTEE_DECISION(Way.MADE),
    DECISION(Way.OUT),
    PLAN_CHANGE(Way.IN),
    PLAN_CHANGE_DECISION(Way.OUT),
    PAYMENT_ORDER(Way.MADE),
    CALL_FOR_REPORT(Way.OUT),
    COST_REPORT(Way.IN),
    COST_REPORT_RETURNED(Way.OUT),
    VOUCHER_REQUEST(Way.OUT),
    VOUCHER_ANSWER(Way.IN),
    SETTLEMENT(Way.MADE),
    HEARING_LETTER(Way.OUT),
    HEARING_REPLY(Way.IN),
    REPAYMENT_DECISION(Way.OUT),
    WRITE_OFF(Way.MADE),
    COMMITTEE_REPORT(Way.MADE),
    DELEGATION_LIST(Way.MADE),
    DISPATCH(Way.OUT),
    INSTRUCTIONS(Way.OUT),
    FINAL_REPORT(Way.MADE),
    DISTRICT_ACCOUNT(Way.OUT);

    /** Whether something came in, went out, or was made here. */
    public enum Way {
        IN,
        OUT,
        MADE
    }

    private final Way way;

    JournalKind(Way way) {
        this.way = way;
    }

    public Way way() {
        return way;
    }
}
