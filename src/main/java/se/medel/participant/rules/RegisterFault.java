package se.medel.participant.rules;

import se.medel.refusal.Reason;

/** Why the rules of the register refuse an entry. Arguments are figures, days and words, never a code. */
public enum RegisterFault implements Reason {
    /** P2. */
    CONSENT_MISSING,
    /** P2: after a consent is withdrawn only the discharge can be recorded. */
    CONSENT_IS_WITHDRAWN,
    /** P3. */
    ASSESSMENT_MISSING,
    /** P3. */
    NOT_IN_TARGET_GROUP,
    /** M6, A5: arguments: the band's ends. */
    OUTSIDE_AGE_BAND,
    /** P5: argument: the most a guide can have. */
    GUIDE_FULL,
    /** P5: no such guide on that day. */
    GUIDE_UNKNOWN,
    /** P6: argument: the most at once. */
    SUPPORT_FULL,
    /** P7: argument: the day it began. */
    ADMISSION_STOPPED,
    /** Arguments: the state it is in, the state wanted. */
    STATE_DOES_NOT_FOLLOW,
    /** Only for who takes part. */
    NOT_ENROLLED,
    /** Argument: the day of the latest entry that it would have to come after. */
    DAY_BEFORE_LATEST,
    DAY_IN_FUTURE,
    DAY_MISSING,
    /** Arguments: the first and the last day that can be meant. */
    DAY_OUT_OF_RANGE,
    CHOICE_MISSING,
    CHOICE_UNKNOWN,
    /** Income support, an activity or a consent that already goes on, or none that could end. */
    ALREADY_SO,
    AREA_UNKNOWN;

    @Override
    public Kind kind() {
        return switch (this) {
            case CONSENT_MISSING,
                    CONSENT_IS_WITHDRAWN,
                    ASSESSMENT_MISSING,
                    NOT_IN_TARGET_GROUP,
                    OUTSIDE_AGE_BAND,
                    GUIDE_FULL,
                    SUPPORT_FULL,
                    ADMISSION_STOPPED,
                    STATE_DOES_NOT_FOLLOW,
                    NOT_ENROLLED,
                    ALREADY_SO -> Kind.CONFLICT;
            default -> Kind.INVALID;
        };
    }
}
