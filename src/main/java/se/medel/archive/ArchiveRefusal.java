package se.medel.archive;

import se.medel.refusal.Reason;

/** Why the archive says no. */
public enum ArchiveRefusal implements Reason {
    CASE_NOT_FOUND(Kind.NOT_FOUND),
    CASE_FILE_NOT_FOR_ROLE(Kind.FORBIDDEN),
    /** Each that is written holds a connection for as long as it is downloaded. */
    CASE_FILES_BUSY(Kind.CONFLICT),
    PERIOD_MALFORMED(Kind.INVALID),
    PERIOD_BACKWARDS(Kind.INVALID),
    RETENTION_NOT_FOR_ROLE(Kind.FORBIDDEN),
    RETENTION_NOT_FOUND(Kind.NOT_FOUND),
    RETENTION_STALE(Kind.STALE),
    RETENTION_CLASS_UNKNOWN(Kind.INVALID),
    RETENTION_YEARS(Kind.INVALID),
    RETENTION_GROUND_MISSING(Kind.INVALID),
    RETENTION_DAY_MISSING(Kind.INVALID),
    RETENTION_DAY_TAKEN(Kind.CONFLICT);

    private final Kind kind;

    ArchiveRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
