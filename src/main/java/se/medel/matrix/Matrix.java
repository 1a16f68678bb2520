package se.medel.matrix;

import java.util.List;

/**
 * Who pays for what in a year.
 *
 * @param sources the names of all other sources of the year, also where only one is shown
 * @param districts by slug; only those that have applied, and where a source is asked for only those that it pays to
 */
public record Matrix(int year, List<String> sources, List<DistrictFunding> districts) {}
