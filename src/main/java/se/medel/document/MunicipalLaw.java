package se.medel.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What the law says on appealing and reporting a decision, by the day it was made. A change of law is a new line here; the
 * lines that older decisions rest on stay.
 *
 * @param from the first day it holds for
 * @param until the last day it holds for, null for the law in force
 * @param act the act and its number
 * @param appeal the chapter on trying lawfulness
 * @param report the paragraph on reporting delegated decisions to the committee
 * @param time how long a member of the municipality has for an appeal, as it stands after "inom"
 * @param source where the act is published
 */
public record MunicipalLaw(
        LocalDate from, LocalDate until, String act, String appeal, String report, String time, String source) {

    private static final List<MunicipalLaw> ALL = List.of(
            new MunicipalLaw(
                    LocalDate.of(1992, 1, 1),
                    LocalDate.of(2017, 12, 31),
                    "kommunallagen (1991:900)",
                    "10\u00a0kap.",
                    "6\u00a0kap. 35\u00a0§",
                    "tre veckor",
                    "SFS 1991:900"),
            new MunicipalLaw(
                    LocalDate.of(2018, 1, 1),
                    null,
                    "kommunallagen (2017:725)",
                    "13\u00a0kap.",
                    "7\u00a0kap. 8\u00a0§",
                    "tre veckor",
                    "SFS 2017:725"));

    /** The law that holds for what is decided on a day. */
    public static MunicipalLaw on(LocalDate day) {
        return ALL.stream()
                .filter(law -> !day.isBefore(law.from) && (law.until == null || !day.isAfter(law.until)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No law known for " + day));
    }
}
