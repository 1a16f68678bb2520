package se.medel.costreport.sie;

import java.util.List;
import se.medel.refusal.Reason;

/** Why a SIE file can't be read. None of the arguments is a text from the file; lines are counted from one. */
public enum SieFault implements Reason {
    SIE_FILE_MISSING,
    SIE_EMPTY,
    /** A web page, most often a login page, saved under the name of a ledger file. */
    SIE_WEB_PAGE,
    /** SIE 5, or any other XML. */
    SIE_XML,
    SIE_NOT_SIE,
    /** Types 1 to 3 hold balances and no vouchers. Argument: the line. */
    SIE_WRONG_TYPE("line"),
    /** By the format, a file that doesn't say its type has type 1. */
    SIE_TYPE_MISSING,
    /** Argument: the line. */
    SIE_FOREIGN_CURRENCY("line"),
    /** Ends inside a voucher, or before the checksum that its beginning promises. Argument: the last line. */
    SIE_CUT_OFF("line"),
    /** Argument: the line of the checksum. */
    SIE_CHECKSUM_WRONG("line"),
    /** Arguments: the line, the most characters. */
    SIE_LINE_TOO_LONG("line", "maximum"),
    /** Braces inside braces. Argument: the line. */
    SIE_NESTED_TOO_DEEP("line"),
    /** A brace or a voucher where none can stand. Argument: the line. */
    SIE_BLOCK_UNEXPECTED("line"),
    /** A transaction that belongs to no voucher. Argument: the line. */
    SIE_OUTSIDE_VOUCHER("line"),
    /** Argument: the line. */
    SIE_ACCOUNT_UNREADABLE("line"),
    /** Argument: the line. */
    SIE_AMOUNT_UNREADABLE("line"),
    /** Argument: the line. */
    SIE_DATE_UNREADABLE("line"),
    /** Argument: the line. */
    SIE_OBJECTS_UNREADABLE("line");

    private final List<String> members;

    SieFault(String... members) {
        this.members = List.of(members);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public List<String> members() {
        return members;
    }
}
