package se.medel.deadline;

import java.util.Arrays;
import java.util.Optional;
import se.medel.user.Role;

/** Who has something to do: the district whose case it is, or a role of the social administration. */
public enum Audience {
    DISTRICT(Role.DISTRICT_OFFICER, Role.DISTRICT_DIRECTOR),
    OFFICER(Role.OFFICER),
    DIRECTOR(Role.DIRECTOR),
    CONTROLLER(Role.CONTROLLER);

    private final Role[] roles;

    Audience(Role... roles) {
        this.roles = roles;
    }

    /** The audience that a role belongs to; empty for roles that only follow what others do. */
    public static Optional<Audience> of(Role role) {
        return Arrays.stream(values())
                .filter(audience -> Arrays.asList(audience.roles).contains(role))
                .findFirst();
    }
}
