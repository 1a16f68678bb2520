package se.medel.start;

/**
 * One thing to do.
 *
 * @param text what is to be done, in the language of the request
 * @param href where it is done
 * @param note who or what it is about, or until when; null for none
 */
public record Task(String text, String href, String note) {}
