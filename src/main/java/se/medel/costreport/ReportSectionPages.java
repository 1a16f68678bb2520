package se.medel.costreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportSection;
import se.medel.costreport.rules.Results;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Typed;

/** The pages on which a district writes its cost report, one part each. Whatever is posted is saved as far as it can be. */
@Path("/cost-reports/{id}")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class ReportSectionPages {

    /**
     * What stands around the fields of every part.
     *
     * @param version of the report that the form changes
     * @param conflict why what was typed is not saved although it could be read; null where it is
     * @param stored what the part says now, for a comparison with what was typed; empty without a conflict
     */
    record Head(
            CostReportDesk.Head report,
            String title,
            String address,
            long version,
            String conflict,
            List<CostReportDesk.Row> stored,
            Form form) {}

    /** A line of a plan with its fields. */
    record PlanRow(String name, String text, String planned, String difference, String actual, String deviation) {}

    /** A row that the district has added; prefix and column make a field's name. */
    record Added(String number, String prefix, String grant) {
        public String field(String column) {
            return prefix + "." + column;
        }
    }

    /** A grant with the lines of its plan and the costs that it hasn't; the sums are as they were saved. */
    record GrantCosts(
            String id, String name, String granted, List<PlanRow> plan, List<Added> added, CostReportDesk.Sums sums) {}

    /** A grant with the other money for the same work: what the application said, and what came. */
    record GrantIncome(
            String id, String name, List<CostReportDesk.Row> stated, List<Added> added, List<Option> lines) {}

    record Field(String name, String label) {}

    record FieldGroup(String title, List<Field> fields) {}

    @CheckedTemplate(basePath = "costreport/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Costs(
            Head head,
            Form form,
            List<GrantCosts> grants,
            List<Option> categories,
            boolean mayAdd,
            CostReportDesk.Sums sums)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Income(Head head, Form form, List<Option> yesOrNo, List<GrantIncome> grants, boolean several, boolean mayAdd)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Counts(Head head, Form form, boolean counted, List<FieldGroup> groups) implements TemplateInstance {}

    private static final Pattern REMOVE = Pattern.compile("remove-([0-9]{1,4})");
    private static final Pattern ADD = Pattern.compile("add-([0-9]{1,18})");

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

    /**
     * @param faults whether everything that the part lacks is to be shown, as after a link from "check and sign"
     * @param add the grant that an empty row is to be added for
     */
    @GET
    @Path("/{section}")
    public Response show(@RestPath long id, @RestPath String section, @RestQuery boolean faults, @RestQuery Long add) {
        ReportSection part = section(section);
        CostReportView report = desk.report(id);
        if (!report.state().isEditable()) {
            return Answers.seeOther("/cost-reports/" + id);
        }
        ReportForm form = ReportForm.stored(part, report.content(), language.now());
        if (faults) {
            form.lacks(reports.check(report));
        }
        form.showFaults();
        if (add != null && part != ReportSection.RESULTS) {
            form.addRow(add);
        }
        return Response.ok(page(report, part, form, null)).build();
    }

    @POST
    @Path("/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath long id, @RestPath String section, MultivaluedMap<String, String> posted) {
        ReportSection part = section(section);
        CostReportView before = desk.report(id);
        Form typed = Form.of(posted);
        String button = typed.value("do");
        Matcher remove = REMOVE.matcher(button);
        int removed = remove.matches() ? Integer.parseInt(remove.group(1)) : -1;
        ReportForm form = ReportForm.posted(part, before.content(), typed, removed, language.now());
        ReportContent content = form.read();

        Answer<CostReportView> saved = reports.save(me.actor(), id, CostReportDesk.version(typed), content);
        if (saved.isRefused()) {
            return notSaved(before, part, form, saved.refusals());
        }
        CostReportView now = saved.get();
        if (form.isHarmful()) {
            form.showFaults();
            return Answers.toBeCorrected(page(now, part, form, null));
        }
        return goOn(now, part, form, button);
    }

    private Response goOn(CostReportView now, ReportSection part, ReportForm form, String button) {
        String here = address(now.id(), part);
        Matcher add = ADD.matcher(button);
        if (add.matches()) {
            int row = Math.max(form.firstRow(), form.endOfRows());
            return Answers.seeOther(here + "?add=" + add.group(1) + "#row-" + row);
        }
        if (REMOVE.matcher(button).matches()) {
            return Answers.seeOther(here + "#rows");
        }
        if (button.equals("draft")) {
            flash.say(desk.words().msg().draftSaved());
            return Answers.seeOther("/cost-reports/" + now.id());
        }
        if (part == ReportSection.OTHER_INCOME
                && Boolean.TRUE.equals(now.content().otherIncomeStated())
                && now.content().otherIncome().isEmpty()) {
            // Yes was said, and now there is a row to say where from; that is no fault yet.
            return Answers.seeOther(here + "?add=" + grants(now).get(0).applicationId() + "#row-0");
        }
        form.lacks(reports.check(now));
        if (form.showFaults().hasErrors()) {
            return Answers.toBeCorrected(page(now, part, form, null));
        }
        return Answers.seeOther(next(now.id(), part));
    }

    private Response notSaved(CostReportView before, ReportSection part, ReportForm form, List<Refusal> refusals) {
        boolean invalid = refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID);
        form.showFaults();
        if (invalid) {
            form.form().reject(refusals, language.now());
            return Answers.toBeCorrected(page(before, part, form, null));
        }
        ReportWords words = desk.words();
        Refusal why = refusals.get(0);
        if (why.reason().kind() == Reason.Kind.FORBIDDEN || why.reason().kind() == Reason.Kind.NOT_FOUND) {
            throw new NotFoundException();
        }
        CostReportView now = desk.report(before.id());
        if (!now.state().isEditable()) {
            Typed typed = Typed.in(form.form());
            form.form().names().stream()
                    .filter(name -> ReportForm.isWritten(name))
                    .forEach(name -> typed.text(name, words.label(name, before.content())));
            return desk.overtaken(now, words.texts().refusal(why), typed);
        }
        return Answers.conflict(page(now, part, form, words.texts().refusal(why)));
    }

    private TemplateInstance page(CostReportView report, ReportSection part, ReportForm typed, String conflict) {
        Form form = typed.form();
        Head head = new Head(
                desk.head(report),
                desk.words().texts().name(part),
                address(report.id(), part),
                report.version(),
                conflict,
                conflict == null ? List.of() : stored(report, part),
                form);
        return switch (part) {
            case COSTS -> costs(head, report, typed);
            case OTHER_INCOME -> income(head, report, typed);
            case RESULTS -> results(head, report, typed);
        };
    }

    /** What a part says now, beside what was typed at the same time. */
    private List<CostReportDesk.Row> stored(CostReportView report, ReportSection part) {
        CostReportDesk.Reading reading = desk.reading(report);
        return switch (part) {
            case COSTS ->
                reading.grants().stream()
                        .filter(grant -> grant.lines() != null)
                        .flatMap(grant -> grant.lines().stream())
                        .map(line -> new CostReportDesk.Row(line.name(), line.actual() + "\n" + line.deviation()))
                        .toList();
            case OTHER_INCOME -> {
                List<CostReportDesk.Row> rows = new ArrayList<>();
                rows.add(new CostReportDesk.Row(desk.words().msg().incomeStated(), reading.income()));
                rows.addAll(reading.incomes());
                yield rows;
            }
            case RESULTS -> {
                List<CostReportDesk.Row> rows = new ArrayList<>();
                reading.counts().forEach(counts -> rows.addAll(counts.rows()));
                rows.add(new CostReportDesk.Row(desk.words().msg().resultsText(), reading.resultsText()));
                yield rows;
            }
        };
    }

    private Costs costs(Head head, CostReportView report, ReportForm typed) {
        ReportContent content = report.content();
        List<GrantCosts> grants = new ArrayList<>();
        CostReportDesk.Reading reading = desk.reading(report);
        for (CostReportDesk.Grant grant : reading.grants()) {
            if (grant.lines() != null) {
                grants.add(new GrantCosts(
                        Long.toString(grant.applicationId()),
                        grant.name(),
                        grant.granted(),
                        planRows(grant.applicationId(), content),
                        added("lines", grant.applicationId(), grants(report), typed),
                        grant.sums()));
            }
        }
        Kronor planned = content.lines().stream().map(CostLine::planned).reduce(Kronor.ZERO, Kronor::plus);
        return new Costs(
                head,
                head.form(),
                grants,
                Arrays.stream(CostCategory.values())
                        .map(category ->
                                Option.of(category.name(), desk.words().texts().name(category)))
                        .toList(),
                typed.endOfRows() - typed.firstRow() < ReportCheck.MOST_ROWS,
                new CostReportDesk.Sums(
                        ReportWords.kr(planned),
                        ReportWords.kr(content.cost()),
                        ReportWords.difference(content.cost().minus(planned)),
                        null));
    }

    private List<PlanRow> planRows(long grant, ReportContent content) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < content.planned().size(); i++) {
            CostLine line = content.planned().get(i);
            if (line.applicationId() == grant) {
                rows.add(new PlanRow(
                        desk.words().line(line),
                        line.text() == null ? "" : line.text(),
                        ReportWords.kr(line.planned()),
                        line.actual() == null ? "" : ReportWords.difference(line.difference()),
                        "lines[" + i + "].actual",
                        "lines[" + i + "].deviation"));
            }
        }
        return rows;
    }

    /** The rows of a grant. One for a grant that isn't the district's stands with the first one's, so that it isn't lost. */
    private List<Added> added(String list, long grant, List<Account> grants, ReportForm typed) {
        Set<Long> known = grants.stream().map(Account::applicationId).collect(Collectors.toSet());
        boolean first = grants.get(0).applicationId() == grant;
        return IntStream.range(typed.firstRow(), typed.endOfRows())
                .filter(row -> typed.grantOf(row) == grant || first && !known.contains(typed.grantOf(row)))
                .mapToObj(row -> new Added(Integer.toString(row), list + "[" + row + "]", Long.toString(grant)))
                .toList();
    }

    private Income income(Head head, CostReportView report, ReportForm typed) {
        List<GrantIncome> grants = grants(report).stream()
                .map(account -> new GrantIncome(
                        Long.toString(account.applicationId()),
                        desk.words().texts().name(account.component()),
                        desk.stated(account.applicationId()),
                        added("otherIncome", account.applicationId(), grants(report), typed),
                        lines(account.applicationId(), report.content())))
                .toList();
        CostReportMsg msg = desk.words().msg();
        return new Income(
                head,
                head.form(),
                List.of(Option.of("yes", msg.yes()), Option.of("no", msg.no())),
                grants,
                grants.size() > 1,
                typed.endOfRows() < ReportCheck.MOST_ROWS);
    }

    private List<Option> lines(long grant, ReportContent content) {
        return content.planned().stream()
                .filter(line -> line.applicationId() == grant)
                .map(line ->
                        new Option(Integer.toString(line.line()), desk.words().line(line), line.text()))
                .toList();
    }

    private Counts results(Head head, CostReportView report, ReportForm typed) {
        Map<String, Long> counted = reports.counted(report);
        boolean nothingYet = report.content().results().isEmpty()
                && Results.NAMES.stream().noneMatch(name -> head.form().has("results." + name));
        if (nothingYet) {
            typed.fillCounts(counted);
        }
        CostReportMsg msg = desk.words().msg();
        return new Counts(
                head,
                head.form(),
                !counted.isEmpty(),
                List.of(
                        group(msg.resultsYear(), Results.YEAR),
                        group(msg.resultsDischarged(), Results.DISCHARGED),
                        group(msg.resultsOutcomes(), Results.OUTCOMES)));
    }

    private FieldGroup group(String title, List<String> names) {
        return new FieldGroup(
                title,
                names.stream()
                        .map(name -> new Field("results." + name, desk.words().result(name)))
                        .toList());
    }

    /** The grants that other money can have been for: those with a plan, or where there are none, all. */
    private List<Account> grants(CostReportView report) {
        List<Account> all = reports.grants(report);
        List<Account> planned = all.stream()
                .filter(account -> account.component() != ComponentKind.CLIENT_COMPENSATION)
                .toList();
        return planned.isEmpty() ? all : planned;
    }

    private static ReportSection section(String wireName) {
        return ReportSection.ofWireName(wireName).orElseThrow(NotFoundException::new);
    }

    private static String address(long id, ReportSection section) {
        return "/cost-reports/" + id + "/" + section.wireName();
    }

    private static String next(long id, ReportSection section) {
        ReportSection[] all = ReportSection.values();
        return section.ordinal() + 1 < all.length
                ? address(id, all[section.ordinal() + 1])
                : "/cost-reports/" + id + "/check";
    }
}
