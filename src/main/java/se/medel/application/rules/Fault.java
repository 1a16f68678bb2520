package se.medel.application.rules;

import se.medel.refusal.Reason;

/**
 * What can be lacking or wrong in an application before it is submitted. Arguments of a refusal: the rule that asks for it,
 * and for the marked ones a figure.
 */
public enum Fault implements Reason {
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
    /** Other funding is listed although the district says that there is none. */
    OTHER_FUNDING_DENIED,
    COMMITMENT_REQUIRED;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
