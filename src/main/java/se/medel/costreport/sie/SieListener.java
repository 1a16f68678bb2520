package se.medel.costreport.sie;

import se.medel.money.Kronor;

/**
 * Gets a file's lines as they are read. A file can be refused after some of its lines were given: what came of them must then
 * be thrown away.
 */
public interface SieListener {

    void line(Line line);

    /**
     * All lines of the voucher have been given.
     *
     * @param difference what they add up to: zero, or the voucher is wrong
     */
    default void voucherEnded(Voucher voucher, Kronor difference) {}
}
