package se.medel.participant.rules;

import java.time.LocalDate;

/**
 * One time in the group, from admission to discharge; resting is part of it (P9).
 *
 * @param until the day of discharge, null while it goes on
 * @param reason why it ended, null while it goes on
 * @param area where the participant lived when admitted (P14)
 */
public record Enrolment(LocalDate from, LocalDate until, DischargeReason reason, String area) {}
