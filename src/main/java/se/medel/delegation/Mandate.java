package se.medel.delegation;

import java.time.LocalDate;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Nature;
import se.medel.delegation.rules.StandIn;

/**
 * What a decision was made by, as it is kept with the decision.
 *
 * @param order the number of the delegation order's version
 * @param committeeDate when the committee decided that version; null for the first one
 * @param point such as {@code 3.2}
 * @param insteadOf the user name of the one who is stood in for; null where the decider decides by an own line
 * @param insteadOfTitle what that one does, never the person's name
 * @param ground why somebody stood in; null where nobody did
 * @param noConflict that the decider declared, by deciding, to have no conflict of interest
 */
public record Mandate(
        DecisionKind kind,
        Nature nature,
        int order,
        LocalDate committeeDate,
        String committeeParagraph,
        String point,
        String insteadOf,
        String insteadOfTitle,
        StandIn.Ground ground,
        boolean noConflict) {

    /** Whether it only carries out what the committee has decided, and so can't be appealed. */
    public boolean execution() {
        return nature == Nature.EXECUTION;
    }

    /** How a document says it after the name of the one who decided, in Swedish. */
    public String words() {
        String words = "enligt punkt " + point + " i delegationsordningen";
        return insteadOf == null
                ? words
                : words + ", i stället för " + insteadOfTitle + ", användaren " + insteadOf + " (ersättare vid "
                        + (ground == StandIn.Ground.CONFLICT ? "jäv" : "frånvaro") + ")";
    }
}
