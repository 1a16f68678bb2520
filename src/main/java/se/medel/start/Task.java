package se.medel.start;

/**
 * One thing to do.
 *
 * @param text what is to be done, in the language of the request
 * @param href where it is done
 * @param note who or what it is about, or until when; null for none
 * @param daysLate how many days it is late, 0 where it isn't
 */
public record Task(String text, String href, String note, long daysLate) {

    /** One that isn't late. */
    public Task(String text, String href, String note) {
        this(text, href, note, 0);
    }
}
