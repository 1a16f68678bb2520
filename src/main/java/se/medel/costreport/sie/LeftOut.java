package se.medel.costreport.sie;

/** Why a cost report doesn't take a line of the ledger. Where several are true, the first. */
public enum LeftOut {
    /** The line is about no object at all. */
    NO_OBJECTS,
    /** None of its objects was chosen. */
    OTHER_OBJECTS,
    /** Before or after the period, or without a date. */
    OUTSIDE_PERIOD,
    /** Its voucher doesn't add up to zero. */
    UNBALANCED_VOUCHER,
    /** Assets, debts, equity: classes 1 and 2. */
    BALANCE_ACCOUNT,
    /** Class 3. */
    INCOME_ACCOUNT,
    /** The chart says that the account is no cost of a fund, such as depreciation. */
    NO_COST,
    /** The chart doesn't know the account. */
    UNMAPPED_ACCOUNT
}
