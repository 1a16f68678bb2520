package se.medel.user;

/** The roles' names as {@code @RolesAllowed} needs them; {@link Role} is the same set as values. */
public final class Roles {

    public static final String DISTRICT_OFFICER = "district-officer";
    public static final String DISTRICT_DIRECTOR = "district-director";
    public static final String OFFICER = "officer";
    public static final String DIRECTOR = "director";
    public static final String CONTROLLER = "controller";
    public static final String SECRETARY = "secretary";
    public static final String AUDITOR = "auditor";
    public static final String EVALUATOR = "evaluator";
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
