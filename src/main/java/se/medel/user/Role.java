package se.medel.user;

import java.util.Arrays;
import java.util.Optional;

/** What a user may do (section 5 of the domain). Each user has one role. */
public enum Role {
    DISTRICT_OFFICER(Roles.DISTRICT_OFFICER),
    DISTRICT_DIRECTOR(Roles.DISTRICT_DIRECTOR),
    OFFICER(Roles.OFFICER),
    DIRECTOR(Roles.DIRECTOR),
    CONTROLLER(Roles.CONTROLLER),
    SECRETARY(Roles.SECRETARY),
    AUDITOR(Roles.AUDITOR),
    EVALUATOR(Roles.EVALUATOR),
    ADMINISTRATOR(Roles.ADMINISTRATOR);

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the database, in the API and in {@code @RolesAllowed}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the role acts for one district and sees only that one. */
    public boolean ofDistrict() {
        return this == DISTRICT_OFFICER || this == DISTRICT_DIRECTOR;
    }

    /** The role with a wire name. */
    public static Optional<Role> byWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(name))
                .findFirst();
    }
}
