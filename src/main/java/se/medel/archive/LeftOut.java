package se.medel.archive;

/** Why something of a case isn't in its file. */
enum LeftOut {
    /** The clients by their codes: for the district, for who has tried them and for the auditor (P1). */
    CLIENT_CODES,
    /** What is sent in with reports isn't for this role. */
    REPORT_FILES,
    /** A ledger names employees, customers and suppliers: for its district and the auditor. */
    LEDGERS,
    /** What the audit trail says of before and after: drafts, files' names and vouchers too, so for the auditor alone. */
    CHANGES,
    /** The district still writes on it, and it is the district's own until it is handed in. */
    NOT_HANDED_IN
}
