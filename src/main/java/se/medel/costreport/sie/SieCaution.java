package se.medel.costreport.sie;

/** What is odd about a SIE file that could be read all the same. */
public enum SieCaution {
    /** The amounts of a voucher don't add up to zero. */
    VOUCHER_UNBALANCED,
    /** A voucher without a block of lines. */
    VOUCHER_EMPTY,
    /** No voucher in the file has any line. */
    NO_TRANSACTIONS,
    /** An added line isn't followed by the same line as an ordinary one, as the format wants; it isn't counted then. */
    ADDED_WITHOUT_TWIN,
    /** The file says that it has already been read into a ledger. */
    ALREADY_IMPORTED,
    ENCODING_UTF_8,
    ENCODING_WINDOWS_1252,
    /** The file calls its encoding something else than PC8, the only one there is. */
    FORMAT_NOT_PC8,
    /** The file has no checksum to begin with, or one that can't be counted because of the file's encoding. */
    CHECKSUM_UNCHECKED,
    /** Something stands below the checksum, which should be last. */
    AFTER_CHECKSUM,
    /** A line that is no record, such as the rest of a text with a line break in it. */
    NOT_A_RECORD,
    /** A quotation mark that isn't closed on its line. */
    QUOTE_OPEN,
    /** A record about the company, its years, accounts or objects that can't be read. */
    HEADER_UNREADABLE,
    /** Too many names of accounts and objects; the lines are read, but not all objects can be chosen by name. */
    TOO_MANY_NAMES,
    /** Objects of employees, customers or suppliers; they were dropped. */
    PERSONAL_OBJECTS_DROPPED,
    /** Texts that look personal; they were masked. */
    TEXT_MASKED
}
