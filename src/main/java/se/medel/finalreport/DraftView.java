package se.medel.finalreport;

/**
 * What is written in the final report so far.
 *
 * @param number that it gets when it is fixed
 * @param version for optimistic locking
 */
public record DraftView(int number, String conclusions, long version) {}
