package se.medel.costreport.sie;

import se.medel.money.Kronor;

/**
 * A voucher whose lines don't add up to zero.
 *
 * @param difference what its lines add up to
 */
public record Unbalanced(Voucher voucher, Kronor difference) {}
