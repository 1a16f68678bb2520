package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.medel.money.Kronor;

/**
 * What a file says about itself. Every text is masked where it looks personal; who made the file is not read.
 *
 * @param program which wrote it
 * @param madeOn null where the file doesn't say
 * @param organisationNumber as it stands in the file, with or without hyphen; empty where the file doesn't say
 * @param company its name
 * @param years the fiscal years; none in most 4I files
 * @param accounts names by account, as far as the file has them
 * @param dimensions names by dimension: those of the file, and the reserved ones that are kept
 * @param objects names of objects; those that only stand on lines are there with an empty name
 * @param balances of the current year, by account
 */
public record Header(
        String program,
        LocalDate madeOn,
        String organisationNumber,
        String company,
        List<FiscalYear> years,
        SortedMap<String, String> accounts,
        SortedMap<Integer, String> dimensions,
        Map<ObjectPair, String> objects,
        Map<String, Balance> balances) {

    public Header {
        years = List.copyOf(years);
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
        objects = Map.copyOf(objects);
        balances = Map.copyOf(balances);
    }

    /** @param number 0 is the current year, -1 the one before */
    public record FiscalYear(int number, LocalDate from, LocalDate to) {}

    /**
     * @param opening {@code #IB}
     * @param closing {@code #UB}
     * @param result {@code #RES}
     */
    public record Balance(Kronor opening, Kronor closing, Kronor result) {

        static final Balance NONE = new Balance(null, null, null);
    }
}
