package se.medel.user;

import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

/** Why something about a user is refused, and at which field. */
public enum UserRefusal implements Reason {
    USER_USERNAME_FORMAT("username"),
    USER_USERNAME_TAKEN("username"),
    USER_TITLE("title"),
    USER_ROLE("role"),
    USER_DISTRICT_MISSING("district"),
    USER_DISTRICT_UNKNOWN("district"),
    USER_DISTRICT_NOT_FOR_ROLE("district"),
    USER_PASSWORD_SHORT("password"),
    USER_PASSWORD_LONG("password"),
    /** The last administrator would otherwise lock everyone out. */
    USER_OWN_ACCOUNT(null);

    private final String field;

    UserRefusal(String field) {
        this.field = field;
    }

    Refusal atItsField() {
        return Refusal.of(this).at(field);
    }

    @Override
    public Kind kind() {
        return this == USER_OWN_ACCOUNT ? Kind.CONFLICT : Kind.INVALID;
    }
}
