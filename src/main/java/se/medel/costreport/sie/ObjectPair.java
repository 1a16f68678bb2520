package se.medel.costreport.sie;

/**
 * What a line of the ledger is about, in one dimension.
 *
 * @param dimension such as {@link #COST_CENTRE} or {@link #PROJECT}; 20 and above are the city's own
 * @param code such as {@code SIG14}
 */
public record ObjectPair(int dimension, String code) {

    public static final int COST_CENTRE = 1;
    public static final int PROJECT = 6;
    static final int EMPLOYEE = 7;
    static final int CUSTOMER = 8;
    static final int SUPPLIER = 9;
    static final int INVOICE = 10;

    public static ObjectPair project(String code) {
        return new ObjectPair(PROJECT, code);
    }

    public static ObjectPair costCentre(String code) {
        return new ObjectPair(COST_CENTRE, code);
    }
}
