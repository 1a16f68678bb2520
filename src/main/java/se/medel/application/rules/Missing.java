package se.medel.application.rules;

import se.medel.money.Kronor;

/**
 * Something that an application lacks or has wrong.
 *
 * @param section the page where it is put right
 * @param field the field, such as {@code plan[1].amount}
 * @param rule the criterion or rule that asks for it
 * @param figure the figure it should be or must not exceed, where there is one; otherwise null
 */
public record Missing(Section section, String field, String rule, Fault fault, Kronor figure) {

    /** What can be wrong. */
    public enum Fault {
        REQUIRED,
        UNREADABLE,
        NOT_POSITIVE,
        NEGATIVE,
        NOT_WHOLE_KRONOR,
        TOO_LARGE,
        TOO_LONG,
        /** The plan's lines don't add up to the total cost; the figure is their sum. */
        PLAN_NOT_TOTAL,
        /** What is asked for, the own part and other funding don't add up to the total cost; the figure is their sum. */
        FINANCING_NOT_TOTAL,
        /** More is asked for than the model's rule allows; the figure is the most. */
        ABOVE_MAXIMUM,
        /** An own part above zero is demanded (A3). */
        OWN_PART_REQUIRED,
        /** More new clients than clients. */
        MORE_NEW_THAN_ALL,
        NO_SUCH_PLAN_LINE,
        COMMITMENT_REQUIRED,
        PERSONAL_NUMBER
    }

    static Missing of(Section section, String field, String rule, Fault fault) {
        return new Missing(section, field, rule, fault, null);
    }
}
