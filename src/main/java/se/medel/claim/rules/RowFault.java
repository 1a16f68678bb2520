package se.medel.claim.rules;

import se.medel.refusal.Reason;

/** Why a client can't be claimed compensation for. Arguments are years, days and figures, never a code. */
public enum RowFault implements Reason {
    CODE_MISSING,
    /** P1: not written as the group writes its codes. */
    CODE_MALFORMED,
    BIRTH_YEAR_MISSING,
    /** A5, M6: arguments: the youngest and the oldest. */
    CLIENT_OUTSIDE_AGE_BAND,
    ADMISSION_MISSING,
    ADMISSION_IN_FUTURE,
    /** M3: argument: the round's year. */
    NOT_ADMITTED_IN_YEAR,
    /** A6: the district hasn't attested that the client wasn't current. */
    NOT_ATTESTED,
    ATTESTED_BY_MISSING,
    /** A6: the earlier contact is after the admission. */
    CONTACT_AFTER_ADMISSION,
    CONTACT_UNREADABLE,
    /** A cell of a file holds a formula: what it last came to is nothing that anybody has entered. */
    CELL_IS_FORMULA,
    /** A6: argument: the months that the model demands. */
    CONTACT_TOO_RECENT,
    /** P2: the register has no written consent that holds. */
    NO_CONSENT,
    /** P1: the district keeps its register here, and the code isn't in it. */
    NOT_IN_REGISTER,
    /** P14: the participant lived in another district when admitted. */
    OTHER_HOME_DISTRICT,
    /** The register has another birth year. */
    OTHER_BIRTH_YEAR_IN_REGISTER,
    /** The register has no admission on that day. */
    OTHER_ADMISSION_IN_REGISTER,
    /** A4: the same code stands twice, in any spelling; argument: the other row. */
    TWICE_IN_CLAIM,
    /** A4: the claim has the client already. */
    IN_CLAIM_ALREADY,
    /** A4: already claimed or compensated, in some round and district. */
    ALREADY_CLAIMED;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
