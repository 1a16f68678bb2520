package se.medel.matrix;

import se.medel.refusal.Reason;

/** Why the matrix isn't shown. */
public enum MatrixRefusal implements Reason {
    /** No round is of that year, or it isn't a year. */
    MATRIX_YEAR,
    /** There is no such district, or it isn't the user's to see. */
    MATRIX_DISTRICT;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
