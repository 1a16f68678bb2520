package se.medel.privacy;

import java.util.List;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

/** What every text that somebody writes freely must keep to, wherever it is written. */
public final class FreeText {

    /** The longest text in one field, in characters; a reader's patience, not the database, sets it. */
    public static final int LONGEST = 10_000;

    /** Why a text is refused. */
    public enum Fault implements Reason {
        /** It seems to hold a personal or coordination number, which is never stored and never repeated. */
        PERSONAL_NUMBER,
        /** Argument: the most characters. */
        TEXT_TOO_LONG;

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    private FreeText() {}

    /** Adds what is wrong with the text to {@code faults}, at its field. Nothing is wrong with no text. */
    public static void check(List<Refusal> faults, String field, String text) {
        check(faults, field, text, LONGEST);
    }

    /** The same of a text that has to be shorter, such as a name. */
    public static void check(List<Refusal> faults, String field, String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            faults.add(Refusal.of(Fault.TEXT_TOO_LONG, longest).at(field));
        } else if (PersonalNumbers.areIn(text)) {
            faults.add(Refusal.of(Fault.PERSONAL_NUMBER).at(field));
        }
    }
}
