package se.medel.archive;

import java.time.LocalDate;

/**
 * How long documents of a class are kept.
 *
 * @param years after the year they were made; null for ever
 * @param ground the legal ground, in words
 * @param validFrom the first day that the rule holds
 * @param validTo the last day, the day before the next rule of the class; null while it holds
 */
public record RetentionRule(
        RecordClass recordClass, Integer years, String ground, LocalDate validFrom, LocalDate validTo) {}
