package se.medel.costreport.ledger;

import java.util.List;
import se.medel.refusal.Reason;

/** Why costs can't be taken from a ledger, or why a chart or a setting can't be changed. */
public enum LedgerRefusal implements Reason {
    /** Arguments: the first and the last day of the file's year, the round's year. */
    LEDGER_YEAR_WRONG(Kind.INVALID, "from", "to", "year"),
    /** Arguments: the number in the file, the number that is expected. */
    LEDGER_ORGANISATION_WRONG(Kind.INVALID, "found", "expected"),
    /** The file seems to hold a personal number, which is never stored and never repeated. Argument: the first such line. */
    LEDGER_PERSONAL_NUMBER(Kind.INVALID, "line"),
    LEDGER_OBJECT_MISSING(Kind.INVALID),
    /** The file hasn't the object. Argument: its code. */
    LEDGER_OBJECT_UNKNOWN(Kind.INVALID, "code"),
    /** Argument: the code of an object that is another district's. */
    LEDGER_OBJECT_OF_OTHER(Kind.INVALID, "code"),
    LEDGER_PERIOD_INVALID(Kind.INVALID),
    /** Argument: the round's year. */
    LEDGER_PERIOD_OUTSIDE(Kind.INVALID, "year"),
    LEDGER_GRANT_UNKNOWN(Kind.INVALID),
    LEDGER_IMPORT_NOT_FOUND(Kind.NOT_FOUND),
    /** It is confirmed already. */
    LEDGER_IMPORT_DONE(Kind.CONFLICT),
    LEDGER_NOTHING_TAKEN(Kind.CONFLICT),
    /** Arguments: what the ledger gives, what is divided. */
    LEDGER_DIVISION_WRONG(Kind.INVALID, "taken", "divided"),
    LEDGER_TYPED_UNDECIDED(Kind.INVALID),
    LEDGER_NOT_FOR_ROLE(Kind.FORBIDDEN),
    LEDGER_SETTING_NOT_FOUND(Kind.NOT_FOUND),
    LEDGER_SETTING_STALE(Kind.STALE),
    LEDGER_ORGANISATION_INVALID(Kind.INVALID),
    /** Argument: what was written. */
    LEDGER_OBJECT_INVALID(Kind.INVALID, "object"),
    /** Arguments: the object, the district that has it. */
    LEDGER_OBJECT_TAKEN(Kind.CONFLICT, "object", "district"),
    CHART_NOT_FOUND(Kind.NOT_FOUND),
    CHART_STALE(Kind.STALE),
    CHART_EMPTY(Kind.INVALID);

    private final Kind kind;
    private final List<String> members;

    LedgerRefusal(Kind kind, String... members) {
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
