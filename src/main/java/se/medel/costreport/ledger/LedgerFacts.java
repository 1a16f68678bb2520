package se.medel.costreport.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.medel.costreport.sie.Header;
import se.medel.costreport.sie.ObjectPair;
import se.medel.costreport.sie.ObjectSums;
import se.medel.costreport.sie.SieEncoding;
import se.medel.costreport.sie.SieResult;
import se.medel.costreport.sie.Unbalanced;
import se.medel.costreport.sie.Warning;
import se.medel.money.Kronor;

/**
 * What a ledger file says about itself, as it is kept beside it. Employees, customers and suppliers aren't in it, and texts
 * that look personal are masked.
 *
 * @param yearFrom the first day of its fiscal year; null where it doesn't say
 * @param checksumRight whether it has a checksum that is right
 * @param unbalanced the first vouchers that don't add up to zero
 * @param dimensions their names
 * @param objects those that have costs in the round's year, the largest first, at most {@value #MOST_OBJECTS}
 * @param allObjects how many there are of them
 * @param chartVersion the version of the chart by which their sums were counted
 */
public record LedgerFacts(
        String program,
        LocalDate madeOn,
        String organisationNumber,
        String company,
        LocalDate yearFrom,
        LocalDate yearTo,
        SieEncoding encoding,
        long lines,
        long vouchers,
        long transactions,
        long struck,
        boolean checksumRight,
        List<Warning> warnings,
        List<Unbalanced> unbalanced,
        Map<Integer, String> dimensions,
        List<ObjectSum> objects,
        int allObjects,
        int chartVersion) {

    /** The most objects that are offered to be chosen. */
    public static final int MOST_OBJECTS = 500;

    /** @param amount what it would give on its own, with öre */
    public record ObjectSum(ObjectPair object, String name, Kronor amount, long lines) {}

    static LedgerFacts of(SieResult result, Map<ObjectPair, ObjectSums.ObjectSum> sums, int chartVersion) {
        Header header = result.header();
        Header.FiscalYear year = header.years().stream()
                .filter(found -> found.number() == 0)
                .findFirst()
                .orElse(null);
        return new LedgerFacts(
                header.program(),
                header.madeOn(),
                header.organisationNumber(),
                header.company(),
                year == null ? null : year.from(),
                year == null ? null : year.to(),
                result.encoding(),
                result.lines(),
                result.vouchers(),
                result.transactions(),
                result.struck(),
                result.checksumRight(),
                result.warnings(),
                result.unbalanced(),
                header.dimensions(),
                objects(header, sums),
                sums.size(),
                chartVersion);
    }

    private static List<ObjectSum> objects(Header header, Map<ObjectPair, ObjectSums.ObjectSum> sums) {
        return sums.entrySet().stream()
                .map(sum -> new ObjectSum(
                        sum.getKey(),
                        header.objects().getOrDefault(sum.getKey(), ""),
                        sum.getValue().amount(),
                        sum.getValue().lines()))
                .sorted(Comparator.comparing(ObjectSum::amount)
                        .reversed()
                        .thenComparing(sum -> sum.object().dimension())
                        .thenComparing(sum -> sum.object().code()))
                .limit(MOST_OBJECTS)
                .toList();
    }
}
