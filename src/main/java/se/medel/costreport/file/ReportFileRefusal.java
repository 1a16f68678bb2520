package se.medel.costreport.file;

import java.util.List;
import se.medel.refusal.Reason;

/** Why a file of a report is refused. */
public enum ReportFileRefusal implements Reason {
    REPORT_FILE_NOT_FOUND(Kind.NOT_FOUND),
    /** The original of a ledger, for others than its district and the auditor. */
    REPORT_FILE_OF_DISTRICT(Kind.FORBIDDEN),
    REPORT_FILE_EMPTY(Kind.INVALID),
    /** The same bytes are there already. Argument: the name under which they are. */
    REPORT_FILE_TWICE(Kind.CONFLICT, "name"),
    /** Argument: the most megabytes. */
    REPORT_FILE_TOO_LARGE(Kind.INVALID, "maximum"),
    /** Argument: the most files of the kind. */
    REPORT_FILE_TOO_MANY(Kind.CONFLICT, "maximum"),
    /** By what is in it, whatever its name says. */
    REPORT_FILE_NOT_PDF(Kind.INVALID),
    /** A PDF that can't be opened, or not without a password. */
    REPORT_FILE_PDF_UNREADABLE(Kind.INVALID),
    /** A PDF with scripts, programs to start or files in it. */
    REPORT_FILE_PDF_ACTIVE(Kind.INVALID),
    /** It seems to hold a personal or coordination number, which is never repeated. */
    REPORT_FILE_PDF_PERSONAL_NUMBER(Kind.INVALID),
    /** A PDF that holds more than can be looked through for personal numbers. */
    REPORT_FILE_PDF_TOO_MUCH(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    ReportFileRefusal(Kind kind, String... members) {
        this.kind = kind;
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
