package se.medel.archive;

/** The kinds of documents that it is decided how long to keep. */
public enum RecordClass {
    COMMITTEE_PAPER,
    APPLICATION,
    CLIENT_ROWS,
    DECISION,
    PAYMENT,
    COST_REPORT,
    RECEIVED_FILE,
    SETTLEMENT,
    AUDIT_TRAIL
}
