/**
 * Payments of what is granted: ordered, sent to the ledger as vouchers, and marked as paid when the ledger says so. What is
 * ordered never exceeds what is granted (A1): the rules, the ledger and the database each see to it.
 */
package se.medel.payment;
