package se.medel.user;

import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

/** Why something about a user is refused, as the API names it. */
enum UserRefusal implements Reason {
    USER_USERNAME_FORMAT("username"),
    USER_USERNAME_TAKEN("username"),
    USER_TITLE("title"),
    USER_ROLE("role"),
    USER_DISTRICT_MISSING("district"),
    USER_DISTRICT_UNKNOWN("district"),
    USER_DISTRICT_NOT_FOR_ROLE("district"),
    USER_PASSWORD_SHORT("password"),
    USER_PASSWORD_LONG("password"),
    USER_OWN_ACCOUNT("active");

    private final String field;

    UserRefusal(String field) {
        this.field = field;
    }

    static Refusal of(UserService.Refusal refusal) {
        UserRefusal reason = valueOf("USER_" + refusal.name());
        return Refusal.of(reason).at(reason.field);
    }

    @Override
    public Kind kind() {
        return this == USER_OWN_ACCOUNT ? Kind.CONFLICT : Kind.INVALID;
    }
}
