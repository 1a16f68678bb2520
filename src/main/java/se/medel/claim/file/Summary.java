package se.medel.claim.file;

import java.util.List;

/**
 * What was read.
 *
 * @param lines how many rows, the header and empty ones not counted
 * @param ignored the headers of the columns that weren't read, as they stand; by its letter, such as {@code G}, a column
 *     whose header is long or seems to hold a personal number
 */
public record Summary(int lines, List<String> ignored) {

    public Summary {
        ignored = List.copyOf(ignored);
    }
}
