package se.medel.application;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.application.rules.ApplicationState;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * An application as a program reads it. What hasn't happened yet is left out.
 *
 * @param asked whole kronor asked for
 * @param clientsAsked for client compensation; otherwise null
 * @param clients the clients of a claim as it stands, submitted or not; otherwise null
 * @param receipt the number of the receipt that the district got
 * @param completionDue the day a completion should be in
 */
@Schema(name = "Application")
public record ApplicationJson(
        long id,
        String round,
        String district,
        ComponentKind component,
        ApplicationState state,
        ContentJson content,
        Kronor asked,
        Long clientsAsked,
        Integer clients,
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
        String withdrawnReason) {

    /** One line of a list of applications. */
    @Schema(name = "ApplicationLine")
    public record Line(
            long id,
            String round,
            String district,
            ComponentKind component,
            ApplicationState state,
            Kronor asked,
            Long clientsAsked,
            Instant submittedAt,
            String signedBy,
            LocalDate completionDue) {

        static Line of(ApplicationLine line) {
            return new Line(
                    line.id(),
                    line.roundId(),
                    line.district(),
                    line.component(),
                    line.state(),
                    line.askedKronor() == null ? null : new Kronor(line.askedKronor()),
                    clients(line.component(), line.clientsAsked()),
                    line.submittedAt(),
                    line.signedBy(),
                    line.completionDue());
        }
    }

    static ApplicationJson of(ApplicationView application) {
        return new ApplicationJson(
                application.id(),
                application.roundId(),
                application.district(),
                application.component(),
                application.state(),
                ContentJson.of(application.content()),
                application.asked(),
                clients(application.component(), application.clientsAsked()),
                application.isClaim() ? application.rows() : null,
                application.startedBy(),
                application.startedAt(),
                application.submittedBy(),
                application.submittedAt(),
                application.receipt(),
                application.signedBy(),
                application.signedAt(),
                application.completionRequest(),
                application.completionDue(),
                application.completionAnswer(),
                application.withdrawnReason());
    }

    private static Long clients(ComponentKind component, long asked) {
        return component == ComponentKind.CLIENT_COMPENSATION ? asked : null;
    }
}
