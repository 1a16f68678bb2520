package se.medel.costreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportSection;
import se.medel.costreport.rules.ReportState;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** A cost report as a whole: the district's task list and how it is signed, and everybody's reading of it. */
@Path("/cost-reports/{id}")
@Produces(MediaType.TEXT_HTML)
public class CostReportPages {

    /** A part in the task list. */
    record Item(String title, String href, String status, boolean done) {}

    /** Something that is wrong, with the way to where it is put right. */
    record Lack(String text, String href) {}

    /** What can be done with the report, by role and state. */
    record Actions(boolean review, boolean giveBack, boolean correct, boolean receipt) {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskList(
            CostReportDesk.Head head, List<Item> items, boolean complete, String left, CostReportDesk.Remarks remarks)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(
            CostReportDesk.Head head,
            Form form,
            List<Lack> lacks,
            CostReportDesk.Reading reading,
            CostReportDesk.Remarks remarks,
            boolean signs,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Receipt(CostReportDesk.Head head, String cost, String signedBy) implements TemplateInstance {}

    /** @param findings how many compensated clients something is found against, in words; null where that isn't shown */
    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportPage(
            CostReportDesk.Head head,
            CostReportDesk.Reading reading,
            CostReportDesk.Remarks remarks,
            Actions actions,
            String signed,
            String approved,
            String findings,
            boolean shown,
            boolean files,
            boolean ofDistrict)
            implements TemplateInstance {}

    @Inject
    CostReportService reports;

    @Inject
    CostReportDesk desk;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public TemplateInstance show(@RestPath long id) {
        CostReportView report = desk.report(id);
        return me.role().ofDistrict() && report.state().isEditable() ? taskList(report) : reading(report);
    }

    private TemplateInstance taskList(CostReportView report) {
        List<Refusal> missing = reports.check(report);
        CostReportMsg msg = desk.words().msg();
        List<Item> items = Arrays.stream(ReportSection.values())
                .map(section -> item(report, section, missing, msg))
                .toList();
        return new TaskList(
                desk.head(report),
                items,
                missing.isEmpty(),
                msg.taskProgress(
                        Long.toString(items.stream().filter(Item::done).count()), Integer.toString(items.size())),
                desk.remarks(report));
    }

    private Item item(CostReportView report, ReportSection section, List<Refusal> missing, CostReportMsg msg) {
        long left = missing.stream()
                .filter(refusal -> ReportSection.of(refusal.field()) == section)
                .count();
        String status = left == 0
                ? msg.taskDone()
                : isUntouched(section, report.content())
                        ? msg.taskNotStarted()
                        : left == 1 ? msg.taskOneLeft() : msg.taskLeft(Long.toString(left));
        return new Item(
                desk.words().texts().name(section),
                "/cost-reports/" + report.id() + "/" + section.wireName(),
                status,
                left == 0);
    }

    private static boolean isUntouched(ReportSection section, ReportContent content) {
        boolean unreadable =
                content.unreadable().keySet().stream().anyMatch(field -> ReportSection.of(field) == section);
        return !unreadable
                && switch (section) {
                    case COSTS ->
                        content.offPlan().isEmpty()
                                && content.lines().stream().allMatch(line -> Objects.isNull(line.actual()));
                    case OTHER_INCOME -> content.otherIncomeStated() == null;
                    case RESULTS -> content.results().isEmpty() && content.resultsText() == null;
                };
    }

    private TemplateInstance reading(CostReportView report) {
        CostReportMsg msg = desk.words().msg();
        boolean shown = !report.state().isEditable() || me.actsFor(report.district());
        boolean officer = me.is(Role.OFFICER);
        boolean submitted = report.state() == ReportState.SUBMITTED;
        boolean approved = report.state() == ReportState.APPROVED;
        var count = reports.findingsCount(report);
        long found = count.notEligible() + count.fundedTwice();
        return new ReportPage(
                desk.head(report),
                desk.reading(report),
                desk.remarks(report),
                new Actions(
                        officer && submitted,
                        officer && submitted,
                        officer && approved,
                        me.role().ofDistrict() && shown),
                report.signedBy() == null ? null : msg.signedBy(report.signedBy(), Formats.moment(report.signedAt())),
                report.approvedBy() == null
                        ? null
                        : msg.signedBy(report.approvedBy(), Formats.moment(report.approvedAt())),
                approved && found > 0 ? desk.words().texts().clients(found) : null,
                shown,
                CostReportService.readsFiles(me.role()),
                me.role().ofDistrict());
    }

    @GET
    @Path("/check")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response check(@RestPath long id) {
        CostReportView report = desk.report(id);
        return report.state().isEditable()
                ? Response.ok(check(report, Form.empty())).build()
                : Answers.seeOther("/cost-reports/" + id);
    }

    @POST
    @Path("/check")
    @RolesAllowed(Roles.DISTRICT_DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        desk.report(id);
        Answer<CostReportView> submitted = reports.submit(me.actor(), id, CostReportDesk.version(form));
        return submitted.isRefused()
                ? notSubmitted(desk.report(id), form, submitted.refusals())
                : Answers.seeOther("/cost-reports/" + id + "/receipt");
    }

    private Response notSubmitted(CostReportView now, Form form, List<Refusal> refusals) {
        if (!now.state().isEditable()) {
            // Sent twice, or by a colleague meanwhile: the receipt is the answer.
            return Answers.seeOther("/cost-reports/" + now.id() + "/receipt");
        }
        boolean invalid = refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID);
        if (invalid) {
            // What is missing stands in a list of its own, with ways to where it is put right.
            return Answers.toBeCorrected(check(now, form));
        }
        form.reject("", desk.words().texts().refusal(refusals.get(0)));
        return Answers.conflict(check(now, form));
    }

    private TemplateInstance check(CostReportView report, Form form) {
        String address = "/cost-reports/" + report.id() + "/";
        List<Lack> lacks = reports.check(report).stream()
                .map(refusal -> new Lack(
                        desk.words().fault(refusal, report.content()),
                        address + ReportSection.of(refusal.field()).wireName() + "?faults=true#" + refusal.field()))
                .toList();
        return new Check(
                desk.head(report),
                form,
                lacks,
                desk.reading(report),
                desk.remarks(report),
                me.is(Role.DISTRICT_DIRECTOR),
                report.version());
    }

    @GET
    @Path("/receipt")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response receipt(@RestPath long id) {
        CostReportView report = desk.report(id);
        if (report.receipt() == null || report.state().isEditable()) {
            return Answers.seeOther("/cost-reports/" + id);
        }
        return Response.ok(new Receipt(
                        desk.head(report), ReportWords.kr(report.content().cost()), report.signedBy()))
                .build();
    }
}
