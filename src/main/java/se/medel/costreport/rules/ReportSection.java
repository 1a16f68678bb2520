package se.medel.costreport.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of a report, each written on a page of its own (Y3). */
public enum ReportSection {
    /** What each line of the plans cost. */
    COSTS,
    /** K3 */
    OTHER_INCOME,
    /** C3 */
    RESULTS;

    /** The name in addresses. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReportSection> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(section -> section.wireName().equals(name))
                .findFirst();
    }

    /** The part that a field such as {@code lines[2].actual} stands in. */
    public static ReportSection of(String field) {
        if (field == null || field.startsWith("lines")) {
            return COSTS;
        }
        return field.startsWith("otherIncome") ? OTHER_INCOME : RESULTS;
    }
}
