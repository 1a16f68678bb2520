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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.claim.ClientFindings;
import se.medel.claim.ClientFindings.Finding;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Review;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Typed;

/** The officer's pages about a cost report: what is admitted of each line, what is to be completed, and the approval. */
@Path("/cost-reports/{id}")
@RolesAllowed(Roles.OFFICER)
@Produces(MediaType.TEXT_HTML)
public class ReportReviewPages {

    /** A line with the fields it is tried in. */
    record Tried(
            String name,
            String text,
            String planned,
            String actual,
            String difference,
            String deviation,
            String admitted,
            String reason) {}

    record TriedGrant(String name, String granted, String paid, List<Tried> lines, CostReportDesk.Sums sums) {}

    /** A compensated client with the fields for what is found against the compensation. */
    record TriedClient(String code, String born, String admitted, String reason, String note) {}

    /** A grant as it stands when the report is approved. */
    record Total(String name, String granted, String paid, String reported, String admitted) {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReviewPage(
            CostReportDesk.Head head,
            Form form,
            List<TriedGrant> grants,
            List<TriedClient> clients,
            List<Option> reasons,
            CostReportDesk.Reading reading,
            List<String> obstacles,
            String conflict,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(
            CostReportDesk.Head head,
            Form form,
            List<Total> totals,
            CostReportDesk.Reading reading,
            String findings,
            List<String> obstacles,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GiveBack(CostReportDesk.Head head, Form form, boolean approved, long version) implements TemplateInstance {}

    private static final int DAYS_TO_COMPLETE = 14;

    private static final Pattern FINDING = Pattern.compile("clients\\.([0-9]{1,18})\\.reason");
    private static final Pattern NOTE = Pattern.compile("clients\\.([0-9]{1,18})\\.note");
    private static final Pattern FAULTY_FINDING = Pattern.compile("findings\\[([0-9]{1,6})]\\.[a-z]+");

    @Inject
    CostReportService reports;

    @Inject
    CostReportDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Path("/review")
    public Response review(@RestPath long id) {
        CostReportView report = desk.report(id);
        return report.state() == ReportState.SUBMITTED
                ? Response.ok(started(report)).build()
                : Answers.seeOther("/cost-reports/" + id);
    }

    @POST
    @Path("/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response review(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        CostReportView before = desk.report(id);
        if (before.state() != ReportState.SUBMITTED) {
            return overtaken(before, form);
        }
        Review review = read(form, before);
        List<Finding> findings = findings(form);
        if (form.hasErrors()) {
            // What can't be read as an amount isn't kept: it stands on the page until it is corrected.
            return Answers.toBeCorrected(page(before, form, null));
        }
        Answer<CostReportView> kept = reports.review(me.actor(), id, CostReportDesk.version(form), review, findings);
        if (kept.isRefused()) {
            return notKept(desk.report(id), form, kept.refusals(), findings);
        }
        if (!form.value("do").equals("approve")) {
            flash.say(desk.words().msg().reviewSaved());
            return Answers.seeOther("/cost-reports/" + id);
        }
        List<Refusal> faults = reports.checkReview(kept.get()).stream()
                .filter(refusal -> refusal.field() != null)
                .toList();
        if (!faults.isEmpty()) {
            reject(form, faults, findings, kept.get());
            return Answers.toBeCorrected(page(kept.get(), form, null));
        }
        return Answers.seeOther("/cost-reports/" + id + "/approve");
    }

    private Response notKept(CostReportView now, Form form, List<Refusal> refusals, List<Finding> findings) {
        if (now.state() != ReportState.SUBMITTED) {
            return overtaken(now, form);
        }
        boolean invalid = refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID);
        if (invalid) {
            reject(form, refusals, findings, now);
            return Answers.toBeCorrected(page(now, form, null));
        }
        return Answers.conflict(page(now, form, desk.words().texts().refusal(refusals.get(0))));
    }

    /** What is refused about the third finding is shown at its client. */
    private void reject(Form form, List<Refusal> refusals, List<Finding> findings, CostReportView report) {
        for (Refusal refusal : refusals) {
            Matcher finding = FAULTY_FINDING.matcher(String.valueOf(refusal.field()));
            String text = desk.words().texts().refusal(refusal);
            if (finding.matches()) {
                form.reject(
                        noteField(
                                findings.get(Integer.parseInt(finding.group(1))).row()),
                        text);
            } else {
                form.reject(
                        refusal.field() == null ? "" : refusal.field(),
                        refusal.field() == null || !refusal.field().startsWith("lines")
                                ? text
                                : desk.words().fault(refusal, report.content()));
            }
        }
    }

    private Response overtaken(CostReportView now, Form form) {
        CostReportMsg msg = desk.words().msg();
        Typed typed = Typed.in(form);
        for (int i = 0; i < now.content().lines().size(); i++) {
            String name = desk.words().line(now.content().lines().get(i));
            typed.text(admittedField(i), name + ", " + msg.admitted()).text(reasonField(i), name + ", " + msg.reason());
        }
        typed.text("note", msg.reviewNote())
                .text("remarks", msg.returnRemarks())
                .text("answerDue", msg.returnDue());
        return desk.overtaken(
                now, desk.words().texts().refusal(Refusal.of(CostReportRefusal.REPORT_STATE, now.state())), typed);
    }

    private Review read(Form form, CostReportView report) {
        List<Review.Line> lines = new ArrayList<>();
        for (int i = 0; i < report.content().lines().size(); i++) {
            BigDecimal admitted =
                    form.value(admittedField(i)).isEmpty() ? null : form.kronorAndOre(admittedField(i), language.msg());
            lines.add(new Review.Line(
                    admitted == null ? null : new Kronor(admitted), orNull(form.value(reasonField(i)))));
        }
        return new Review(lines, orNull(form.value("note")));
    }

    /** The clients that something is found against. A note alone is asked about, so that it isn't lost in silence. */
    private List<Finding> findings(Form form) {
        List<Finding> findings = new ArrayList<>();
        for (String name : form.names()) {
            Matcher note = NOTE.matcher(name);
            if (note.matches()
                    && !form.value(name).isEmpty()
                    && form.value(findingField(Long.parseLong(note.group(1)))).isEmpty()) {
                form.reject(
                        findingField(Long.parseLong(note.group(1))),
                        desk.words().msg().findingMissing());
            }
            Matcher field = FINDING.matcher(name);
            if (field.matches() && !form.value(name).isEmpty()) {
                long row = Long.parseLong(field.group(1));
                Arrays.stream(ClientFindings.Reason.values())
                        .filter(reason -> reason.name().equals(form.value(name)))
                        .findFirst()
                        .ifPresent(reason -> findings.add(new Finding(row, reason, form.value(noteField(row)))));
            }
        }
        return findings;
    }

    /** What was found before, or what is reported to start from. */
    private TemplateInstance started(CostReportView report) {
        List<CostReportService.Client> clients = clients(report);
        return page(report, filled(report, clients), clients, null);
    }

    private static Form filled(CostReportView report, List<CostReportService.Client> clients) {
        Form form = Form.empty();
        Review review = report.review().suggestedFor(report.content());
        for (int i = 0; i < review.lines().size(); i++) {
            Review.Line line = review.lines().get(i);
            form.with(admittedField(i), Formats.number(line.admitted().amount()))
                    .with(reasonField(i), line.reason());
        }
        clients.stream()
                .map(CostReportService.Client::finding)
                .filter(finding -> finding != null)
                .forEach(finding -> form.with(findingField(finding.row()), finding.reason())
                        .with(noteField(finding.row()), finding.note()));
        return form.with("note", review.note());
    }

    private List<CostReportService.Client> clients(CostReportView report) {
        return reports.clients(me.actor(), report.id()).get();
    }

    private TemplateInstance page(CostReportView report, Form form, String conflict) {
        return page(report, form, clients(report), conflict);
    }

    private TemplateInstance page(
            CostReportView report, Form form, List<CostReportService.Client> clients, String conflict) {
        ReportWords words = desk.words();
        CostReportDesk.Reading reading = desk.reading(report, true);
        List<TriedGrant> grants = new ArrayList<>();
        for (CostReportDesk.Grant grant : reading.grants()) {
            if (grant.lines() != null) {
                grants.add(new TriedGrant(
                        grant.name(),
                        grant.granted(),
                        grant.paid(),
                        tried(grant.applicationId(), report),
                        grant.sums()));
            }
        }
        return new ReviewPage(
                desk.head(report),
                form,
                grants,
                clients.stream()
                        .map(client -> new TriedClient(
                                client.row().code(),
                                Integer.toString(client.row().birthYear()),
                                Formats.day(client.row().admittedOn()),
                                findingField(client.row().id()),
                                noteField(client.row().id())))
                        .toList(),
                Arrays.stream(ClientFindings.Reason.values())
                        .map(reason -> Option.of(reason.name(), words.texts().text("finding." + reason.name())))
                        .toList(),
                reading,
                words.refusals(reports.obstacles(report)),
                conflict,
                report.version());
    }

    private List<Tried> tried(long grant, CostReportView report) {
        ReportWords words = desk.words();
        List<Tried> lines = new ArrayList<>();
        for (int i = 0; i < report.content().lines().size(); i++) {
            CostLine line = report.content().lines().get(i);
            if (line.applicationId() == grant) {
                lines.add(new Tried(
                        words.line(line),
                        line.text() == null ? "" : line.text(),
                        line.inPlan()
                                ? ReportWords.kr(line.planned())
                                : words.msg().offPlan(),
                        ReportWords.kr(line.actual()),
                        ReportWords.difference(line.difference()),
                        line.deviation() == null ? "" : line.deviation(),
                        admittedField(i),
                        reasonField(i)));
            }
        }
        return lines;
    }

    @GET
    @Path("/approve")
    public Response approve(@RestPath long id) {
        CostReportView report = desk.report(id);
        if (report.state() != ReportState.SUBMITTED) {
            return Answers.seeOther("/cost-reports/" + id);
        }
        boolean ready = reports.checkReview(report).stream().noneMatch(refusal -> refusal.field() != null)
                && report.review().lines().size() == report.content().lines().size();
        return ready
                ? Response.ok(confirm(report, Form.empty())).build()
                : Answers.seeOther("/cost-reports/" + id + "/review");
    }

    @POST
    @Path("/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        CostReportView before = desk.report(id);
        Answer<CostReportView> approved =
                reports.approve(me.actor(), id, CostReportDesk.version(form), before.review());
        if (approved.isRefused()) {
            CostReportView now = desk.report(id);
            if (now.state() != ReportState.SUBMITTED) {
                return overtaken(now, form);
            }
            approved.refusals().forEach(refusal -> form.reject("", desk.words().fault(refusal, now.content())));
            return Answers.refused(approved.refusals(), confirm(now, form));
        }
        flash.say(desk.words().msg().approvedDone());
        return Answers.seeOther("/cost-reports/" + id);
    }

    private TemplateInstance confirm(CostReportView report, Form form) {
        List<Total> totals = new ArrayList<>();
        for (Account grant : reports.grants(report)) {
            desk.reading(report, true).grants().stream()
                    .filter(read -> read.applicationId() == grant.applicationId())
                    .forEach(read -> totals.add(new Total(
                            read.name(),
                            read.granted(),
                            read.paid(),
                            read.lines() == null ? null : read.sums().actual(),
                            read.lines() == null ? null : read.sums().admitted())));
        }
        ClientFindings.Count found = reports.findingsCount(report);
        return new Approve(
                desk.head(report),
                form,
                totals,
                desk.reading(report, true),
                found.notEligible() + found.fundedTwice() == 0
                        ? null
                        : desk.words().texts().clients(found.notEligible() + found.fundedTwice()),
                desk.words().refusals(reports.obstacles(report)),
                report.version());
    }

    @GET
    @Path("/return")
    public Response giveBack(@RestPath long id) {
        CostReportView report = desk.report(id);
        if (report.state().isEditable()) {
            return Answers.seeOther("/cost-reports/" + id);
        }
        Form form =
                Form.empty().with("answerDue", Formats.day(LocalDate.now(clock).plusDays(DAYS_TO_COMPLETE)));
        return Response.ok(giveBack(report, form)).build();
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveBack(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        desk.report(id);
        CostReportMsg msg = desk.words().msg();
        LocalDate due = Days.read(form, "answerDue", msg.dateMalformed());
        Answer<CostReportView> returned =
                reports.giveBack(me.actor(), id, CostReportDesk.version(form), orNull(form.value("remarks")), due);
        if (returned.isRefused()) {
            CostReportView now = desk.report(id);
            if (now.state().isEditable()) {
                return overtaken(now, form);
            }
            form.reject(returned.refusals(), language.now());
            return Answers.refused(returned.refusals(), giveBack(now, form));
        }
        flash.say(msg.returnedDone());
        return Answers.seeOther("/cost-reports/" + id);
    }

    private TemplateInstance giveBack(CostReportView report, Form form) {
        return new GiveBack(desk.head(report), form, report.state() == ReportState.APPROVED, report.version());
    }

    private static String admittedField(int line) {
        return "lines[" + line + "].admitted";
    }

    private static String reasonField(int line) {
        return "lines[" + line + "].reason";
    }

    private static String findingField(long row) {
        return "clients." + row + ".reason";
    }

    private static String noteField(long row) {
        return "clients." + row + ".note";
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
