package se.medel.costreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.medel.application.ApplicationWords.Status;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Formats;

/** A district's cost reports. */
@Path("/cost-reports")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class CostReportListPages {

    record Line(long id, String round, Status status, String due, String late, String received) {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnList(List<Line> lines) implements TemplateInstance {}

    @Inject
    CostReportService reports;

    @Inject
    CostReportDesk desk;

    @Inject
    Me me;

    @GET
    public TemplateInstance own() {
        return new OwnList(
                reports.ofOwnDistrict(me.actor()).stream().map(this::line).toList());
    }

    private Line line(CostReportView report) {
        return new Line(
                report.id(),
                desk.round(report).name(),
                desk.words().status(report.state()),
                report.dueNow() == null ? null : Formats.day(report.dueNow()),
                desk.late(report),
                report.submittedAt() == null ? null : Formats.moment(report.submittedAt()));
    }
}
