package se.medel.costreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationWords.Status;
import se.medel.application.rules.OtherFunding;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Results;
import se.medel.costreport.rules.Review;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.ComponentKind;
import se.medel.time.ClockProducer;
import se.medel.user.Me;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Typed;

/** What every page about a cost report needs to know of it, in the language of the request. */
@RequestScoped
public class CostReportDesk {

    /**
     * What stands at the top of every page about one report.
     *
     * @param due by when the district is to do something; null where nothing is to be done
     * @param late how late it is, in words; null where it isn't
     * @param received when it was handed in; null until then
     * @param instructions where those are that it is written by, or that held on the day it was handed in
     */
    public record Head(
            long id,
            String roundId,
            String caption,
            Status status,
            String due,
            String late,
            String receipt,
            String received,
            String instructions) {}

    /** What is to be completed or corrected. */
    public record Remarks(String text, String due, boolean open) {}

    /**
     * A line as it is read.
     *
     * @param admitted null where the officer's review isn't shown
     */
    public record Line(
            String name,
            String text,
            String planned,
            String actual,
            String difference,
            String deviation,
            boolean inPlan,
            String admitted,
            String reason) {}

    /** Sums of lines; admitted is null where the officer's review isn't shown. */
    public record Sums(String planned, String actual, String difference, String admitted) {}

    /**
     * A grant as it is read.
     *
     * @param lines null for a grant that isn't accounted for line by line
     */
    public record Grant(long applicationId, String name, String granted, String paid, List<Line> lines, Sums sums) {}

    /** Something and what is said of it. */
    public record Row(String key, String value) {}

    /** Counts of one kind. */
    public record Counts(String title, List<Row> rows) {}

    /**
     * A report as it is read.
     *
     * @param reviewed whether what is admitted stands beside what is reported
     */
    public record Reading(
            List<Grant> grants,
            boolean reviewed,
            String income,
            List<Row> incomes,
            List<Counts> counts,
            String resultsText,
            String note) {}

    @CheckedTemplate(basePath = "costreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overtaken(Head head, String why, List<Typed.Line> typed) implements TemplateInstance {}

    @Inject
    CostReportService reports;

    @Inject
    ApplicationService applications;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Me me;

    @Inject
    Clock clock;

    /** The report; what this user may not see is not found. */
    public CostReportView report(long id) {
        Answer<CostReportView> found = reports.find(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    ReportWords words() {
        return ReportWords.in(language.now());
    }

    public RoundView round(CostReportView report) {
        return rounds.round(report.roundId()).orElseThrow();
    }

    /** The districts' names by slug, for lists. */
    Map<String, String> districtNames() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    public Head head(CostReportView report) {
        String district =
                districts.bySlug(report.district()).map(DistrictView::name).orElse(report.district());
        LocalDate due = report.dueNow();
        return new Head(
                report.id(),
                report.roundId(),
                me.role().ofDistrict()
                        ? round(report).name()
                        : district + " · " + round(report).name(),
                words().status(report.state()),
                due == null ? null : Formats.longDay(due, language.now()),
                late(report),
                report.receipt(),
                report.submittedAt() == null ? null : Formats.moment(report.submittedAt()),
                instructions(report));
    }

    private static String instructions(CostReportView report) {
        String inForce = "/rounds/" + report.roundId() + "/instructions";
        return report.state().isEditable()
                ? inForce
                : inForce + "?on="
                        + report.submittedAt().atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }

    /** "3 dagar sen", or null. */
    String late(CostReportView report) {
        long days = report.daysLate(LocalDate.now(clock));
        return days == 0
                ? null
                : days == 1 ? words().msg().lateOne() : words().msg().lateMany(Formats.number(days));
    }

    /** What was ever asked to be completed or corrected; null where nothing was. */
    public Remarks remarks(CostReportView report) {
        return report.remarks() == null
                ? null
                : new Remarks(
                        report.remarks(),
                        Formats.longDay(report.answerDue(), language.now()),
                        report.state() == ReportState.RETURNED);
    }

    /** Everything that the report says, with what is admitted where that is decided. */
    public Reading reading(CostReportView report) {
        return reading(report, report.state() == ReportState.APPROVED);
    }

    /** The same, with what is found so far where {@code reviewed}. */
    public Reading reading(CostReportView report, boolean reviewed) {
        ReportContent content = report.content();
        ReportWords words = words();
        Review review =
                reviewed && report.review().lines().size() == content.lines().size() ? report.review() : null;
        return new Reading(
                reports.grants(report).stream()
                        .map(account -> grant(account, content, review))
                        .toList(),
                review != null,
                content.otherIncomeStated() == null
                        ? words.msg().notFilledIn()
                        : content.otherIncomeStated()
                                ? words.msg().yes()
                                : words.msg().no(),
                incomes(content),
                counts(content),
                content.resultsText() == null ? words.msg().notFilledIn() : content.resultsText(),
                review == null ? null : review.note());
    }

    private Grant grant(Account account, ReportContent content, Review review) {
        List<Line> lines = new ArrayList<>();
        Kronor planned = Kronor.ZERO;
        Kronor actual = Kronor.ZERO;
        Kronor admitted = Kronor.ZERO;
        for (int i = 0; i < content.lines().size(); i++) {
            CostLine line = content.lines().get(i);
            if (line.applicationId() != account.applicationId()) {
                continue;
            }
            Review.Line found = review == null ? null : review.lines().get(i);
            lines.add(line(line, content.unreadable().get("lines[" + i + "].actual"), found));
            planned = planned.plus(line.planned());
            actual = line.actual() == null ? actual : actual.plus(line.actual());
            admitted = found == null || found.admitted() == null ? admitted : admitted.plus(found.admitted());
        }
        boolean byLine = account.component() != ComponentKind.CLIENT_COMPENSATION;
        return new Grant(
                account.applicationId(),
                words().texts().name(account.component()),
                ReportWords.kr(account.granted()),
                ReportWords.kr(account.paid()),
                byLine ? lines : null,
                new Sums(
                        ReportWords.kr(planned),
                        ReportWords.kr(actual),
                        ReportWords.difference(actual.minus(planned)),
                        review == null ? null : ReportWords.kr(admitted)));
    }

    private Line line(CostLine line, String unreadable, Review.Line found) {
        ReportWords words = words();
        String actual = line.actual() != null
                ? ReportWords.kr(line.actual())
                : unreadable == null ? words.msg().notFilledIn() : words.msg().notReadable(unreadable);
        return new Line(
                words.line(line),
                line.text() == null ? "" : line.text(),
                ReportWords.kr(line.planned()),
                actual,
                line.actual() == null ? "" : ReportWords.difference(line.difference()),
                line.deviation() == null ? "" : line.deviation(),
                line.inPlan(),
                found == null ? null : ReportWords.kr(found.admitted()),
                found == null || found.reason() == null ? "" : found.reason());
    }

    private List<Row> incomes(ReportContent content) {
        ReportWords words = words();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < content.otherIncome().size(); i++) {
            OtherIncome income = content.otherIncome().get(i);
            String typed = content.unreadable().get("otherIncome[" + i + "].amount");
            String amount = income.amount() != null
                    ? ReportWords.kr(income.amount())
                    : typed == null ? words.msg().notFilledIn() : words.msg().notReadable(typed);
            rows.add(new Row(
                    income.source() == null ? words.msg().notFilledIn() : income.source(),
                    amount + "\n" + lines(income.lines())));
        }
        return rows;
    }

    /** "hela planen", or the plan's lines that it is for. */
    private String lines(Collection<Integer> lines) {
        return lines.isEmpty()
                ? words().msg().incomeWholePlan()
                : words().msg()
                        .incomeSomeLines(lines.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private List<Counts> counts(ReportContent content) {
        CostReportMsg msg = words().msg();
        return Stream.of(
                        counts(msg.resultsYear(), Results.YEAR, content),
                        counts(msg.resultsDischarged(), Results.DISCHARGED, content),
                        counts(msg.resultsOutcomes(), Results.OUTCOMES, content))
                .filter(counts -> !counts.rows().isEmpty())
                .toList();
    }

    /** Only what is written: that a count isn't there says that itself. */
    private Counts counts(String title, List<String> names, ReportContent content) {
        ReportWords words = words();
        return new Counts(
                title,
                names.stream()
                        .filter(name -> content.results().containsKey(name)
                                || content.unreadable().containsKey("results." + name))
                        .map(name -> new Row(words.result(name), words.count(name, content)))
                        .toList());
    }

    /** What the application said of other funding, to compare with what was really received (K3). */
    List<Row> stated(long applicationId) {
        return applications.find(me.actor(), applicationId).get().content().otherFunding().stream()
                .map(this::stated)
                .toList();
    }

    private Row stated(OtherFunding funding) {
        return new Row(
                funding.source() == null ? words().msg().notFilledIn() : funding.source(),
                ReportWords.kr(funding.amount())
                        + (funding.status() == null
                                ? ""
                                : ", " + words().texts().name(funding.status()).toLowerCase(language.now()))
                        + "\n" + lines(funding.lines()));
    }

    /** That the report is in another state than what was typed is for; it is shown, because nothing typed is lost. */
    Response overtaken(CostReportView report, String why, Typed typed) {
        return Answers.conflict(new Overtaken(head(report), why, typed.lines()));
    }

    /** The version that a form was got with; a form without one is stale. */
    static long version(Form form) {
        String version = form.value("version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }
}
