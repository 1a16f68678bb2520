package se.medel.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.money.Kronor;
import se.medel.round.rules.Ask;
import se.medel.round.rules.ComponentKind;

/**
 * An application as other parts see it.
 *
 * @param asked whole kronor asked for, null until an amount is written
 * @param clientsAsked clients that compensation is asked for; zero for other components
 * @param rows the clients of a claim as it stands, submitted or not; zero for other components
 * @param notEligible of these, those that an officer has found not eligible, by the rule they fail
 * @param receipt the number on the district's receipt, null until it is submitted
 * @param signedBy the district's director, null until signed
 * @param completionRequest what the officer has asked for, null if nothing
 * @param completionAnswer what the district answered, null until it has
 * @param version for optimistic locking
 */
public record ApplicationView(
        long id,
        String roundId,
        String district,
        ComponentKind component,
        ApplicationState state,
        ApplicationContent content,
        Kronor asked,
        long clientsAsked,
        int rows,
        Map<String, Long> notEligible,
        String startedBy,
        Instant startedAt,
        String submittedBy,
        Instant submittedAt,
        String receipt,
        String signedBy,
        Instant signedAt,
        String completionRequest,
        LocalDate completionDue,
        String completionAnswer,
        String withdrawnReason,
        long version) {

    /** The clients of a claim that nothing is found against. */
    public long eligible() {
        return clientsAsked
                - notEligible.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As the audit trail and declarations of conflicts name it. */
    public String subject() {
        return "application/" + id;
    }

    /** Whether it is a claim for clients, which has rows. */
    public boolean isClaim() {
        return component == ComponentKind.CLIENT_COMPENSATION;
    }

    /** The same, with other findings about its clients. */
    ApplicationView withNotEligible(Map<String, Long> byRule) {
        return new ApplicationView(
                id,
                roundId,
                district,
                component,
                state,
                content,
                asked,
                clientsAsked,
                rows,
                byRule,
                startedBy,
                startedAt,
                submittedBy,
                submittedAt,
                receipt,
                signedBy,
                signedAt,
                completionRequest,
                completionDue,
                completionAnswer,
                withdrawnReason,
                version);
    }

    /** What is asked for, in the form that the rules try; of a claim that the district writes in, what it would ask for now. */
    public Ask ask() {
        if (isClaim()) {
            return state.isEditable()
                    ? Ask.clientCompensation(district, rows)
                    : Ask.clientCompensation(district, clientsAsked).withNotEligible(notEligible);
        }
        Ask ask = new Ask(district, component, asked, content.totalCost(), content.fundedByOthers(), 0, null);
        return content.estimatedClients() == null ? ask : ask.withEstimatedClients(content.estimatedClients());
    }
}
