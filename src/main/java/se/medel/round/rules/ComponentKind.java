package se.medel.round.rules;

import java.util.Arrays;
import java.util.Optional;

/** The three ways in which a model gives money. A model has at most one component of each kind. */
public enum ComponentKind {
    /** A named sum to a named district (M1). */
    FIXED_GRANT("fixed-grant"),
    /** A part of what a district's build-up costs (M2). */
    CO_FINANCING("co-financing"),
    /** A one-off sum for each new client (M3). */
    CLIENT_COMPENSATION("client-compensation");

    private final String wireName;

    ComponentKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, in addresses and in the database. */
    public String wireName() {
        return wireName;
    }

    public static Optional<ComponentKind> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
