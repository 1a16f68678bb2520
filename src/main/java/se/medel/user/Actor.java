package se.medel.user;

/**
 * Who does something. Given to every service that changes or shows anything, so that nothing is done by nobody.
 *
 * @param username what the audit trail stores
 * @param district the slug of the district that the user acts for, null for the social administration
 */
public record Actor(String username, Role role, String district) {

    public boolean actsFor(String slug) {
        return slug.equals(district);
    }

    /** Whether the user sees this district's cases: its own, or all in the social administration's roles. */
    public boolean sees(String slug) {
        return switch (role) {
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR -> actsFor(slug);
            case OFFICER, DIRECTOR, CONTROLLER, SECRETARY, AUDITOR -> true;
            case EVALUATOR, ADMINISTRATOR -> false;
        };
    }
}
