package se.medel.application.rules;

/** The parts of an application, each a page of its own. */
public enum Section {
    /** C1a: plan lines. */
    PLAN("plan"),
    /** Total cost, own part and the amount asked for (A3). */
    MONEY("money"),
    /** C1b. */
    CLIENTS("clients"),
    /** C1c. */
    OWN_FINANCING("own-financing"),
    /** C2a–C2d. */
    METHOD("method"),
    /** C3. */
    FOLLOW_UP("follow-up"),
    /** K3. */
    OTHER_FUNDING("other-funding");

    private final String wireName;

    Section(String wireName) {
        this.wireName = wireName;
    }

    /** The name in addresses. */
    public String wireName() {
        return wireName;
    }

    public static java.util.Optional<Section> ofWireName(String wireName) {
        return java.util.Arrays.stream(values())
                .filter(section -> section.wireName.equals(wireName))
                .findFirst();
    }
}
