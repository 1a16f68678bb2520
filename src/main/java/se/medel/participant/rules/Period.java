package se.medel.participant.rules;

import java.time.LocalDate;

/** @param until the first day that it no longer holds, null while it does */
public record Period(LocalDate from, LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
