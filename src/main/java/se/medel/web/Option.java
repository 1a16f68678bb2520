package se.medel.web;

/**
 * One choice of a select, of radios or of checkboxes.
 *
 * @param value what is posted
 * @param label what is shown
 * @param hint a line below the label, null for none; a select shows none
 */
public record Option(String value, String label, String hint) {

    /** A choice without a hint. */
    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
