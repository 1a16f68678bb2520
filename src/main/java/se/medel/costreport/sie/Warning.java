package se.medel.costreport.sie;

/**
 * Something odd in a file.
 *
 * @param line where it was first seen, counted from one; 0 where it is about the whole file
 * @param count how many times it was seen
 */
public record Warning(SieCaution caution, long line, long count) {}
