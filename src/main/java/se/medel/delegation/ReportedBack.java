package se.medel.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Where decisions made on delegation have been reported to the committee: the feature that keeps the lists has the bean. */
public interface ReportedBack {

    /**
     * Where a decision was reported.
     *
     * @param list the number of the list that it stood in
     * @param date of the meeting
     * @param paragraph of its minutes
     */
    record Report(int list, LocalDate date, String paragraph) {}

    /**
     * Where it was reported; empty while it isn't.
     *
     * @param subject as {@link DelegatedDecision} has it
     * @param decidedAt when it was decided; null for what isn't decided
     */
    Optional<Report> of(String subject, Instant decidedAt);
}
