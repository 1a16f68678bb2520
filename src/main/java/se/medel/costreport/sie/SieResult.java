package se.medel.costreport.sie;

import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param encoding which one the file's first {@value SieEncoding#PREFIX} bytes speak for
 * @param vouchers with at least one line
 * @param transactions lines that were given to the listener
 * @param struck lines that the ledger had struck ({@code #BTRANS}), not counted
 * @param checksumRight the file has a checksum, and it is right
 * @param warnings one of each kind, in the order of {@link SieCaution}
 * @param unbalanced the first {@value #MOST_UNBALANCED} vouchers whose lines don't add up to zero; how many there are says
 *     the warning
 */
public record SieResult(
        Header header,
        SieEncoding encoding,
        long lines,
        long vouchers,
        long transactions,
        long struck,
        boolean checksumRight,
        List<Warning> warnings,
        List<Unbalanced> unbalanced) {

    public static final int MOST_UNBALANCED = 100;

    public SieResult {
        warnings = List.copyOf(warnings);
        unbalanced = List.copyOf(unbalanced);
    }

    public Optional<Warning> warning(SieCaution caution) {
        return warnings.stream().filter(warning -> warning.caution() == caution).findFirst();
    }
}
