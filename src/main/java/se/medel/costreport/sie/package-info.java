/**
 * Reads and writes SIE type 4, the Swedish ledger format (edition 4B): 4E, what a ledger exports, and 4I, what it imports.
 *
 * <p>{@link SieFile} reads, line by line in constant memory, however large the file. What must not come further never leaves
 * it: objects of employees, customers and suppliers, signatures, and texts that look personal. {@link CostSums} adds up what
 * a cost report takes and what it leaves out; {@link AccountChart} says which account is which cost. {@link VoucherFile}
 * writes vouchers. Plain Java throughout.
 */
package se.medel.costreport.sie;
