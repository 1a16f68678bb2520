package se.medel.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Something that isn't done yet.
 *
 * @param subject a kind and an id, such as {@code cost-report/17}; null where it is told to somebody who may not know
 * @param district whose case it is, null where it is several districts'
 * @param dueOn the last day; it stays where it is when it has passed
 * @param href where it is done; null like the subject
 */
public record Due(DueKind kind, String subject, String roundId, String district, LocalDate dueOn, String href) {

    /** How many days it is late; zero or less where it isn't. */
    public long daysLate(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    /** Without what leads to a draft, which is the district's own until it is submitted. */
    public Due asToldToOthers() {
        return kind == DueKind.APPLICATION ? new Due(kind, null, roundId, district, dueOn, null) : this;
    }
}
