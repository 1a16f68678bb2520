package se.medel.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.followup.FollowUpService.Wanted;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Figures;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;

/** Follow-up for people to read, and as a file. */
@Path("/follow-up")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR,
    Roles.EVALUATOR
})
public class FollowUpPages {

    private static final String CSV = "text/csv; charset=utf-8";

    /**
     * @param own whether the user can ask for any days
     * @param groups to choose between
     * @param none what stands there instead of figures, null where there are any
     * @param view null where the period is refused or there is nothing to show
     */
    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FollowUp(Form form, boolean own, List<Option> groups, List<Option> years, String none, View view)
            implements TemplateInstance {}

    /**
     * A report as its page shows it.
     *
     * @param name of the group, or all groups
     * @param ofGroup whether it is about one group
     * @param notes who sees these figures, and what is left out of them
     * @param csv where the same is as a file
     */
    record View(
            String name,
            boolean ofGroup,
            String period,
            List<String> notes,
            List<Sheet.Section> sections,
            List<GroupLine> groups,
            String csv) {}

    /** A group among all; the figures in words. */
    record GroupLine(
            String name,
            String href,
            String came,
            String waiting,
            String admitted,
            String tookPart,
            String enrolled,
            String resting,
            String months) {}

    @Inject
    FollowUpService service;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    public Response all(@RestQuery String group, @RestQuery String year, @RestQuery String from, @RestQuery String to) {
        Wanted wanted = new Wanted(year, from, to);
        List<Report.Group> groups = service.groupsFor(me.actor());
        if (group != null && groups.stream().anyMatch(one -> one.slug().equals(group))) {
            return Answers.seeOther(address(group, "", wanted));
        }
        if (me.role().ofDistrict()) {
            return groups.isEmpty()
                    ? Response.ok(page(
                                    form(wanted, ""), Sheet.msg(language.now()).noGroup(), null))
                            .build()
                    : Answers.seeOther(address(groups.get(0).slug(), "", wanted));
        }
        return answer(service.ofAll(me.actor(), wanted), wanted, "");
    }

    @GET
    @Path("/{group}")
    public Response ofGroup(
            @RestPath String group, @RestQuery String year, @RestQuery String from, @RestQuery String to) {
        Wanted wanted = new Wanted(year, from, to);
        return answer(service.ofGroup(me.actor(), group, wanted), wanted, group);
    }

    /** All groups and each of them, as far as the page shows it. */
    @GET
    @Path("/file.csv")
    @Produces({CSV, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR, Roles.EVALUATOR})
    public Response file(@RestQuery String year) {
        return file(service.ofAll(me.actor(), new Wanted(year, null, null)), "alla-grupper");
    }

    @GET
    @Path("/{group}/file.csv")
    @Produces({CSV, MediaType.TEXT_HTML})
    public Response file(@RestPath String group, @RestQuery String year, @RestQuery String from, @RestQuery String to) {
        return file(service.ofGroup(me.actor(), group, new Wanted(year, from, to)), group);
    }

    private static Response file(Answer<Report> answer, String name) {
        if (answer.isRefused()) {
            // The page doesn't link to a period that can't be shown.
            throw new NotFoundException();
        }
        Report report = answer.get();
        return Response.ok(CsvFile.of(report), CSV)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"uppfoljning-" + name + "-"
                                + report.span().from() + "--" + report.span().to() + ".csv\"")
                .build();
    }

    private Response answer(Answer<Report> answer, Wanted wanted, String group) {
        Form form = form(wanted, group);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), page(form, null, null));
        }
        Report report = answer.get();
        if (report.span().isWholeYear()) {
            form.with("year", report.span().from().getYear());
        }
        boolean nothing = report.group() == null && report.groups().isEmpty();
        return Response.ok(page(
                        form,
                        nothing ? Sheet.msg(language.now()).noFigures() : null,
                        nothing ? null : view(report, wanted)))
                .build();
    }

    private static Form form(Wanted wanted, String group) {
        return Form.empty()
                .with("group", group)
                .with("year", wanted.year())
                .with("from", wanted.from())
                .with("to", wanted.to());
    }

    private TemplateInstance page(Form form, String none, View view) {
        boolean own = me.role().ofDistrict();
        List<Option> groups = new ArrayList<>();
        if (!own) {
            groups.add(Option.of("", Sheet.msg(language.now()).allGroups()));
        }
        service.groupsFor(me.actor()).forEach(group -> groups.add(Option.of(group.slug(), group.name())));
        List<Option> years = service.years(me.actor()).stream()
                .map(year -> Option.of(year.toString(), year.toString()))
                .toList();
        return new FollowUp(form, own, groups, years, none, view);
    }

    private View view(Report report, Wanted wanted) {
        FollowUpMsg msg = Sheet.msg(language.now());
        boolean ofGroup = report.group() != null;
        return new View(
                ofGroup ? report.group().name() : msg.allGroups(),
                ofGroup,
                msg.period(
                        Formats.longDay(report.span().from(), language.now()),
                        Formats.longDay(report.span().to(), language.now())),
                Stream.of(
                                report.exact() ? msg.noteExact() : msg.noteProtected(),
                                report.consentedOnly() ? msg.noteEvaluator() : "")
                        .filter(note -> !note.isEmpty())
                        .toList(),
                Sheet.of(report, report.figures(), language.now()).sections(),
                report.groups().stream().map(one -> line(one, report, msg)).toList(),
                address(ofGroup ? report.group().slug() : null, "/file.csv", asShown(report, wanted)));
    }

    /** The file is of the days that the page shows, also where the page chose them itself. */
    private static Wanted asShown(Report report, Wanted wanted) {
        return wanted.isYear() && isEmpty(wanted.year())
                ? new Wanted(Integer.toString(report.span().from().getYear()), null, null)
                : wanted;
    }

    private static GroupLine line(Report.OfGroup one, Report report, FollowUpMsg msg) {
        Figures figures = one.figures();
        return new GroupLine(
                one.group().name(),
                address(
                        one.group().slug(),
                        "",
                        new Wanted(Integer.toString(report.span().from().getYear()), null, null)),
                Sheet.value(figures.came(), report.exact(), msg),
                Sheet.value(figures.waiting(), report.exact(), msg),
                Sheet.value(figures.admitted().persons(), report.exact(), msg),
                Sheet.value(figures.tookPart(), report.exact(), msg),
                Sheet.value(figures.enrolled(), report.exact(), msg),
                Sheet.value(figures.course().get(Course.RESTING), report.exact(), msg),
                Sheet.value(figures.meanMonths(), report.exact(), msg));
    }

    /** @param group null for all groups */
    private static String address(String group, String file, Wanted wanted) {
        UriBuilder address = UriBuilder.fromPath("/follow-up" + (group == null ? "" : "/{group}") + file);
        query(address, "year", wanted.isYear() ? wanted.year() : null);
        query(address, "from", wanted.from());
        query(address, "to", wanted.to());
        return (group == null ? address.build() : address.build(group)).toString();
    }

    private static void query(UriBuilder address, String name, String value) {
        if (!isEmpty(value)) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
