package se.medel.committee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.time.ClockProducer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The pages on which an officer writes the committee report, a chapter at a time, and everybody else reads it. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR,
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR
})
public class CommitteeReportPages {

    /** @param href null where the chapter writes itself */
    record Item(String href, String title, String status, String colour) {}

    record Earlier(String number, String says, String href) {}

    /** A name in braces and what it becomes. */
    record Figure(String name, String value) {}

    /** A chapter's place in the outline, by the names of its fields. */
    record Slot(String title, String on, String place) {}

    /** A figure that the model hasn't, and whether it is said to be none of it. */
    record Aside(String typed, boolean aside) {}

    /** Something to put right. */
    record Remark(String href, String chapter, String text) {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportOverview(
            RoundView round,
            String says,
            boolean writes,
            boolean mayStart,
            boolean orphan,
            List<Item> items,
            String read,
            List<Earlier> earlier)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportChapter(
            Form form,
            RoundView round,
            String title,
            String address,
            long version,
            String conflict,
            String stored,
            List<Figure> figures)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportOutline(Form form, RoundView round, long version, String conflict, List<Slot> slots)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportFix(Form form, RoundView round, long version, List<Remark> remarks, List<Aside> asides)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportRead(RoundView round, Letter letter, DocumentView document, String pdf) implements TemplateInstance {}

    @Inject
    CommitteeReportService reports;

    @Inject
    CommitteeReportDocuments documents;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/committee-report")
    public TemplateInstance overview(@RestPath String round) {
        RoundView found = round(round);
        List<CommitteeReportView> all = reports.all(me.actor(), round);
        Optional<CommitteeReportView> newest = all.stream().findFirst();
        boolean writes = me.is(Role.OFFICER)
                && newest.filter(CommitteeReportView::isDraft).isPresent();
        boolean pending = rounds.pendingModel(round).isPresent();
        if (all.isEmpty() && me.role().ofDistrict()) {
            throw new NotFoundException();
        }
        return new ReportOverview(
                found,
                newest.map(this::says).orElse(pending ? msg().none() : msg().noModel()),
                writes && pending,
                me.is(Role.OFFICER)
                        && pending
                        && newest.filter(CommitteeReportView::isDraft).isEmpty(),
                newest.filter(CommitteeReportView::isDraft).isPresent() && !pending,
                writes && pending ? items(newest.get()) : List.of(),
                newest.filter(report -> !report.isDraft() || pending)
                        .map(report -> at(round) + "/" + report.number())
                        .orElse(null),
                all.stream()
                        .skip(1)
                        .map(report -> new Earlier(
                                msg().version(Integer.toString(report.number())),
                                says(report),
                                at(round) + "/" + report.number()))
                        .toList());
    }

    private String says(CommitteeReportView report) {
        return report.isDraft()
                ? msg().draftOf(rounds.round(report.roundId()).orElseThrow().name())
                : msg().fixed(
                                Formats.day(report.fixedAt()
                                        .atZone(ClockProducer.STOCKHOLM)
                                        .toLocalDate()),
                                Integer.toString(report.modelVersion()));
    }

    private List<Item> items(CommitteeReportView report) {
        Map<String, List<Refusal>> faults =
                reports.check(report).stream().collect(Collectors.groupingBy(Refusal::field));
        Texts texts = Texts.in(language.now());
        return report.outline().chapters().stream()
                .map(chapter -> item(report, chapter, faults.getOrDefault(chapter.wireName(), List.of()), texts))
                .toList();
    }

    private Item item(CommitteeReportView report, Chapter chapter, List<Refusal> faults, Texts texts) {
        String href = chapter.isWritten() ? address(report.roundId(), chapter) : null;
        String title = texts.name(chapter);
        if (faults.stream().anyMatch(fault -> fault.reason() == CommitteeReportRefusal.REPORT_PAPER_TEXT_MISSING)) {
            return new Item(href, title, msg().statusEmpty(), "light-blue");
        }
        if (!faults.isEmpty()) {
            return new Item(href, title, msg().statusFigures(), "yellow");
        }
        return report.text(chapter).isBlank()
                ? new Item(href, title, msg().statusItself(), null)
                : new Item(href, title, msg().statusWritten(), null);
    }

    @POST
    @Path("/{round}/committee-report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response start(@RestPath String round) {
        Answer<CommitteeReportView> started = reports.start(me.actor(), round);
        if (started.isRefused()) {
            orNotFound(started);
            flash.say(Texts.in(language.now()).refusal(started.refusals().get(0)));
        } else {
            flash.say(msg().started());
        }
        return Answers.seeOther(at(round));
    }

    @GET
    @Path("/{round}/committee-report/chapters/{chapter}")
    @RolesAllowed(Roles.OFFICER)
    public Response chapter(@RestPath String round, @RestPath String chapter) {
        CommitteeReportView report = found(round);
        Chapter part = known(chapter);
        if (!report.isDraft() || rounds.pendingModel(round).isEmpty()) {
            return Answers.seeOther(at(round));
        }
        Form form = Form.empty().with("text", report.text(part));
        return Response.ok(page(form, report, part, null)).build();
    }

    @POST
    @Path("/{round}/committee-report/chapters/{chapter}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response chapter(@RestPath String round, @RestPath String chapter, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        CommitteeReportView before = found(round);
        Chapter part = known(chapter);
        Answer<CommitteeReportView> saved = reports.write(me.actor(), round, version(form), part, form.value("text"));
        if (saved.isRefused()) {
            orNotFound(saved);
            boolean stale = saved.refusals().get(0).reason().kind() == Reason.Kind.STALE;
            if (!stale) {
                form.reject(saved.refusals(), language.now());
            }
            return Answers.refused(saved.refusals(), page(form, found(round), part, stale ? msg().stale() : null));
        }
        CommitteeReportView now = saved.get();
        List<Refusal> remarks = reports.check(now).stream()
                .filter(fault -> part.wireName().equals(fault.field())
                        && fault.reason() != CommitteeReportRefusal.REPORT_PAPER_TEXT_MISSING)
                .toList();
        if (!remarks.isEmpty()) {
            // It is saved as typed; what the model says otherwise is told where it was written.
            Form again = Form.empty().with("text", now.text(part));
            remarks.forEach(
                    fault -> again.reject("text", Texts.in(language.now()).refusal(fault)));
            return Answers.toBeCorrected(page(again, now, part, null));
        }
        flash.say(msg().saved());
        return Answers.seeOther(at(before.roundId()));
    }

    private TemplateInstance page(Form form, CommitteeReportView report, Chapter chapter, String conflict) {
        RoundView round = round(report.roundId());
        return new ReportChapter(
                form,
                round,
                Texts.in(language.now()).name(chapter),
                address(report.roundId(), chapter),
                report.version(),
                conflict,
                report.text(chapter),
                reports.modelOf(report)
                        .map(model -> ReportFigures.of(round, model).all().entrySet().stream()
                                .map(figure -> new Figure("{" + figure.getKey() + "}", figure.getValue()))
                                .toList())
                        .orElse(List.of()));
    }

    @GET
    @Path("/{round}/committee-report/outline")
    @RolesAllowed(Roles.OFFICER)
    public Response outline(@RestPath String round) {
        CommitteeReportView report = found(round);
        if (!report.isDraft()) {
            return Answers.seeOther(at(round));
        }
        Form form = Form.empty();
        List<Outline.Slot> slots = report.outline().slots();
        for (int i = 0; i < slots.size(); i++) {
            String chapter = slots.get(i).chapter().name();
            form.with("place." + chapter, i + 1);
            if (slots.get(i).on()) {
                form.with("on." + chapter, "yes");
            }
        }
        return Response.ok(page(form, report, null)).build();
    }

    @POST
    @Path("/{round}/committee-report/outline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response outline(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        CommitteeReportView report = found(round);
        record Placed(int place, Outline.Slot slot) {}
        List<Placed> placed = new ArrayList<>();
        for (Outline.Slot slot : report.outline().slots()) {
            String name = slot.chapter().name();
            String place = form.value("place." + name);
            if (!place.matches("[1-9][0-9]?")) {
                form.reject("place." + name, msg().placeMissing());
            } else {
                placed.add(new Placed(
                        Integer.parseInt(place), new Outline.Slot(slot.chapter(), form.chosen("on." + name, "yes"))));
            }
        }
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, report, null));
        }
        Outline outline = new Outline(placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::slot)
                .toList());
        Answer<CommitteeReportView> arranged = reports.arrange(me.actor(), round, version(form), outline);
        if (arranged.isRefused()) {
            orNotFound(arranged);
            form.reject(arranged.refusals(), language.now());
            return Answers.refused(arranged.refusals(), page(form, found(round), null));
        }
        flash.say(msg().arranged());
        return Answers.seeOther(at(round));
    }

    private TemplateInstance page(Form form, CommitteeReportView report, String conflict) {
        Texts texts = Texts.in(language.now());
        return new ReportOutline(
                form,
                round(report.roundId()),
                report.version(),
                conflict,
                report.outline().slots().stream()
                        .map(slot -> new Slot(
                                texts.name(slot.chapter()),
                                "on." + slot.chapter().name(),
                                "place." + slot.chapter().name()))
                        .toList());
    }

    @GET
    @Path("/{round}/committee-report/fix")
    @RolesAllowed(Roles.OFFICER)
    public Response fix(@RestPath String round) {
        CommitteeReportView report = found(round);
        if (!report.isDraft()) {
            return Answers.seeOther(at(round));
        }
        return Response.ok(fixPage(Form.empty(), report)).build();
    }

    @POST
    @Path("/{round}/committee-report/fix")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response fix(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        found(round);
        boolean asides = form.value("do").equals("aside");
        Answer<CommitteeReportView> moved = asides
                ? reports.setAside(me.actor(), round, version(form), new HashSet<>(form.values("aside")))
                : reports.fix(me.actor(), round, version(form));
        if (moved.isRefused()) {
            orNotFound(moved);
            moved.refusals()
                    .forEach(refusal ->
                            form.reject("fix", Texts.in(language.now()).refusal(refusal)));
            return Answers.refused(moved.refusals(), fixPage(form, found(round)));
        }
        flash.say(asides ? msg().asideSaved() : msg().fixDone());
        return Answers.seeOther(at(round) + (asides ? "/fix" : ""));
    }

    private Remark remark(String round, Chapter chapter, String text) {
        return new Remark(address(round, chapter), Texts.in(language.now()).name(chapter), text);
    }

    private TemplateInstance fixPage(Form form, CommitteeReportView report) {
        Texts texts = Texts.in(language.now());
        RoundView round = round(report.roundId());
        List<Remark> remarks = reports.check(report).stream()
                .map(fault -> fault.field() == null
                        ? new Remark(at(round.id()), msg().title(), texts.refusal(fault))
                        : remark(round.id(), known(fault.field()), texts.refusal(fault)))
                .toList();
        Set<String> asides = reports.modelOf(report)
                .map(model -> ReportFigures.of(round, model))
                .map(figures -> report.outline().chapters().stream()
                        .flatMap(chapter -> figures.strange(report.text(chapter)).stream())
                        .map(figure -> figure.typed())
                        .collect(Collectors.toCollection(java.util.TreeSet::new)))
                .orElseGet(java.util.TreeSet::new);
        return new ReportFix(
                form,
                round,
                report.version(),
                remarks,
                asides.stream()
                        .map(typed -> new Aside(typed, report.aside().contains(typed)))
                        .toList());
    }

    @GET
    @Path("/{round}/committee-report/{number: [0-9]{1,9}}")
    public TemplateInstance read(@RestPath String round, @RestPath int number) {
        CommitteeReportView report = found(round, number);
        return new ReportRead(
                round(round),
                documents.letter(report).orElseThrow(NotFoundException::new),
                report.isDraft() ? null : documents.kept(report).document(),
                at(round) + "/" + number + ".pdf");
    }

    @GET
    @Path("/{round}/committee-report/{number: [0-9]{1,9}}.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response pdf(
            @RestPath String round, @RestPath int number, @Context Request request, RoutingContext context) {
        CommitteeReportView report = found(round, number);
        if (!report.isDraft()) {
            return PdfAnswer.of(documents.kept(report).document(), request, context);
        }
        return documents
                .draft(report)
                .map(pdf -> Response.ok(pdf, PdfAnswer.MEDIA_TYPE)
                        .header("Content-Disposition", "inline; filename=\"utkast.pdf\"")
                        .build())
                .orElseThrow(NotFoundException::new);
    }

    private CommitteeReportView found(String round) {
        return orNotFound(reports.find(me.actor(), round));
    }

    private CommitteeReportView found(String round, int number) {
        return orNotFound(reports.find(me.actor(), round, number));
    }

    private static CommitteeReportView orNotFound(Answer<CommitteeReportView> answer) {
        if (answer.isRefused()) {
            if (answer.refusals().get(0).reason().kind() == Reason.Kind.NOT_FOUND) {
                throw new NotFoundException();
            }
            return null;
        }
        return answer.get();
    }

    private RoundView round(String id) {
        return rounds.round(id).orElseThrow(NotFoundException::new);
    }

    private static Chapter known(String name) {
        return Chapter.ofWireName(name).filter(Chapter::isWritten).orElseThrow(NotFoundException::new);
    }

    private static String address(String round, Chapter chapter) {
        return at(round) + "/chapters/" + chapter.wireName();
    }

    private static String at(String round) {
        return "/rounds/" + round + "/committee-report";
    }

    private static Long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.valueOf(form.value("version")) : -1L;
    }

    private CommitteeReportMsg msg() {
        return MessageBundles.get(
                CommitteeReportMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
