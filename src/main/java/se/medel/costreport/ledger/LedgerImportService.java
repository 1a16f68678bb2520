package se.medel.costreport.ledger;

import static se.medel.costreport.ledger.LedgerRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.medel.audit.AuditTrail;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.FileKind;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportFileView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.LedgerFigures;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.sie.CostSums;
import se.medel.costreport.sie.Header;
import se.medel.costreport.sie.ObjectSums;
import se.medel.costreport.sie.SieCaution;
import se.medel.costreport.sie.SieFile;
import se.medel.costreport.sie.SieResult;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.web.Texts;

/**
 * Takes a report's costs from the district's ledger: a file is kept, a choice is tried, and what it gives is written when it is
 * confirmed. File, choice, chart and result stay, so that every figure can be traced to them.
 */
@ApplicationScoped
@Transactional
public class LedgerImportService {

    /** A ledger file with what it says about itself. */
    public record LedgerFile(ReportFileView file, LedgerFacts facts) {}

    /**
     * How a try would be written.
     *
     * @param shares each category with the lines it goes to
     * @param typed the lines with figures that somebody has typed
     */
    public record Plan(List<LedgerFigures.Share> shares, Map<Integer, Kronor> division, List<CostLine> typed) {}

    @ApplicationScoped
    static class Imports implements PanacheRepository<LedgerImport> {}

    @Inject
    Imports imports;

    @Inject
    ReportFileService files;

    @Inject
    CostReportService reports;

    @Inject
    LedgerSettingService settings;

    @Inject
    ChartService charts;

    @Inject
    RoundService rounds;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Keeps a ledger file beside the report that the district writes in. Refused at {@code file}: what can't be read (see
     * {@link se.medel.costreport.sie.SieFault}), a personal number in any text (none is stored here), another year, another
     * organisation, the same file again.
     */
    public Answer<LedgerFile> upload(Actor actor, long reportId, Path file, String name) {
        return reports.writable(actor, reportId, null).then(report -> {
            List<Refusal> unusable = files.check(FileKind.LEDGER, file, name);
            if (!unusable.isEmpty()) {
                return Answer.refused(unusable);
            }
            int year = year(report);
            ChartView chart = charts.current();
            ObjectSums sums = new ObjectSums(chart.chart(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            return SieFile.read(file, sums).then(result -> {
                LedgerFacts facts = LedgerFacts.of(result, sums.sums(), chart.version());
                List<Refusal> faults = new ArrayList<>(personal(result));
                faults.addAll(foreign(report, year, facts));
                return faults.isEmpty()
                        ? files.keep(actor, report, FileKind.LEDGER, file, name, StoredJson.write(facts))
                                .map(kept -> new LedgerFile(kept, facts))
                        : Answer.refused(faults);
            });
        });
    }

    /** Masking keeps a number from what is shown, not from the bytes that are kept. */
    private static List<Refusal> personal(SieResult result) {
        return result.warning(SieCaution.TEXT_MASKED).stream()
                .map(masked -> Refusal.of(LEDGER_PERSONAL_NUMBER, masked.line()).at(ReportFileService.FIELD))
                .toList();
    }

    private int year(CostReportView report) {
        return rounds.round(report.roundId()).orElseThrow().year();
    }

    private List<Refusal> foreign(CostReportView report, int year, LedgerFacts facts) {
        List<Refusal> faults = new ArrayList<>();
        if (facts.yearFrom() != null
                && (facts.yearFrom().getYear() > year || facts.yearTo().getYear() < year)) {
            faults.add(Refusal.of(LEDGER_YEAR_WRONG, facts.yearFrom(), facts.yearTo(), Integer.toString(year))
                    .at(ReportFileService.FIELD));
        }
        String found = OrganisationNumber.bare(facts.organisationNumber());
        settings.organisationNumber(report.roundId(), report.district())
                .filter(expected -> !found.isEmpty() && !expected.equals(found))
                .ifPresent(expected -> faults.add(Refusal.of(
                                LEDGER_ORGANISATION_WRONG,
                                OrganisationNumber.shown(facts.organisationNumber()),
                                OrganisationNumber.shown(expected))
                        .at(ReportFileService.FIELD)));
        return faults;
    }

    /** A ledger file of a report that the user may read. */
    public Answer<LedgerFile> file(Actor actor, long reportId, long fileId) {
        return files.facts(actor, reportId, fileId).then(facts -> files.find(actor, reportId, fileId)
                .map(file -> new LedgerFile(file, StoredJson.read(facts, LedgerFacts.class))));
    }

    /** The grants of a report that costs can be charged to. */
    public static Set<Long> grants(CostReportView report) {
        return report.content().lines().stream()
                .filter(CostLine::inPlan)
                .map(CostLine::applicationId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a choice would take; nothing is written in the report until it is confirmed. */
    public Answer<LedgerImportView> preview(Actor actor, long reportId, long fileId, LedgerChoice choice) {
        return reports.writable(actor, reportId, null)
                .then(report -> file(actor, reportId, fileId).then(file -> {
                    ChartView chart = charts.current();
                    CostSums sums = new CostSums(new CostSums.Choice(
                            Set.copyOf(choice.objects()), choice.from(), choice.to(), chart.chart()));
                    List<Refusal> faults = faults(report, choice);
                    if (!faults.isEmpty()) {
                        return Answer.refused(faults);
                    }
                    return SieFile.read(files.bytes(fileId), sums)
                            .then(result -> known(choice, result.header()).then(right -> {
                                LedgerImport made = new LedgerImport();
                                made.reportId = reportId;
                                made.fileId = fileId;
                                made.applicationId = choice.applicationId();
                                made.chartVersion = chart.version();
                                made.choice = StoredJson.write(choice);
                                made.outcome = StoredJson.write(LedgerOutcome.of(sums.outcome(), result.header()));
                                made.madeBy = actor.username();
                                made.madeAt = clock.instant();
                                imports.persistAndFlush(made);
                                return Answer.of(made.view());
                            }));
                }));
    }

    private List<Refusal> faults(CostReportView report, LedgerChoice choice) {
        List<Refusal> faults = new ArrayList<>();
        if (!grants(report).contains(choice.applicationId())) {
            faults.add(Refusal.of(LEDGER_GRANT_UNKNOWN).at("application"));
        }
        int year = year(report);
        if (choice.from().getYear() != year) {
            faults.add(Refusal.of(LEDGER_PERIOD_OUTSIDE, Integer.toString(year)).at("from"));
        }
        if (choice.to().getYear() != year) {
            faults.add(Refusal.of(LEDGER_PERIOD_OUTSIDE, Integer.toString(year)).at("to"));
        } else if (choice.to().isBefore(choice.from())) {
            faults.add(Refusal.of(LEDGER_PERIOD_INVALID).at("to"));
        }
        if (choice.objects().isEmpty()) {
            faults.add(Refusal.of(LEDGER_OBJECT_MISSING).at("objects"));
        }
        choice.objects().stream()
                .filter(object -> settings.otherOwner(report.roundId(), report.district(), object)
                        .isPresent())
                .forEach(object ->
                        faults.add(Refusal.of(LEDGER_OBJECT_OF_OTHER, LedgerSettingService.shown(object.code()))
                                .at("objects")));
        return faults;
    }

    private static Answer<Header> known(LedgerChoice choice, Header header) {
        List<Refusal> faults = choice.objects().stream()
                .filter(object -> !header.objects().containsKey(object))
                .map(object -> Refusal.of(LEDGER_OBJECT_UNKNOWN, LedgerSettingService.shown(object.code()))
                        .at("objects"))
                .toList();
        return faults.isEmpty() ? Answer.of(header) : Answer.refused(faults);
    }

    /** What was tried and taken, the newest first, for who may read the report; others than the district see what was taken. */
    public Answer<List<LedgerImportView>> ofReport(Actor actor, long reportId) {
        return files.read(actor, reportId)
                .map(report -> imports.list("reportId = ?1 order by id desc", reportId).stream()
                        .map(LedgerImport::view)
                        .filter(made -> made.isConfirmed() || actor.actsFor(report.district()))
                        .toList());
    }

    /** One of them. */
    public Answer<LedgerImportView> find(Actor actor, long reportId, long importId) {
        return entity(actor, reportId, importId).map(LedgerImport::view);
    }

    private Answer<LedgerImport> entity(Actor actor, long reportId, long importId) {
        return files.read(actor, reportId).then(report -> {
            LedgerImport made = imports.findById(importId);
            boolean theirs = made != null
                    && made.reportId == reportId
                    && (made.confirmedAt != null || actor.actsFor(report.district()));
            return theirs ? Answer.of(made) : Answer.refused(LEDGER_IMPORT_NOT_FOUND);
        });
    }

    /** How a try would be written into the report as it is now. */
    public Plan plan(CostReportView report, LedgerImportView made) {
        LedgerFigures figures = figures(report.content(), made);
        return new Plan(figures.shares(), figures.proposedDivision(), figures.typed());
    }

    private static LedgerFigures figures(ReportContent content, LedgerImportView made) {
        return new LedgerFigures(
                content, made.choice().applicationId(), made.outcome().takenByCategory());
    }

    /**
     * Writes what was tried into the report, in place of what an earlier ledger gave the same grant.
     *
     * @param ifVersion the report's version; null for any
     * @param division what each line gets of a category that has several, by the line's number
     * @param replaceTyped whether typed figures are replaced; must be said where there are any
     */
    public Answer<CostReportView> confirm(
            Actor actor,
            long reportId,
            long importId,
            Long ifVersion,
            Map<Integer, Kronor> division,
            Boolean replaceTyped) {
        return reports.writable(actor, reportId, ifVersion).then(report -> entity(actor, reportId, importId)
                .then(made -> confirm(actor, report, made, division, replaceTyped)));
    }

    private Answer<CostReportView> confirm(
            Actor actor,
            CostReportView report,
            LedgerImport made,
            Map<Integer, Kronor> division,
            Boolean replaceTyped) {
        if (made.confirmedAt != null) {
            return Answer.refused(LEDGER_IMPORT_DONE);
        }
        LedgerImportView view = made.view();
        if (view.outcome().taken().isEmpty()) {
            return Answer.refused(LEDGER_NOTHING_TAKEN);
        }
        LedgerFigures figures = figures(report.content(), view);
        List<Refusal> faults = new ArrayList<>();
        figures.shares().stream().filter(LedgerFigures.Share::isDivided).forEach(share -> {
            Kronor divided = LedgerFigures.divided(share, division);
            if (!divided.equals(share.taken())) {
                faults.add(Refusal.of(LEDGER_DIVISION_WRONG, share.taken(), divided)
                        .at("division." + share.lines().get(0).line()));
            }
        });
        if (replaceTyped == null && !figures.typed().isEmpty()) {
            faults.add(Refusal.of(LEDGER_TYPED_UNDECIDED).at("typed"));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        boolean replaces = Boolean.TRUE.equals(replaceTyped);
        List<LedgerFigures.Figure> written = figures.figures(division);
        ReportContent content =
                figures.written(written, replaces, category -> Texts.swedish().text("ledger.offPlan", category));
        return reports.save(actor, report.id(), report.version(), content).map(saved -> {
            made.written = StoredJson.write(new LedgerImportView.Written(
                    written,
                    replaces
                            ? List.of()
                            : figures.typed().stream().map(CostLine::line).toList()));
            made.confirmedBy = actor.username();
            made.confirmedAt = clock.instant();
            imports.flush();
            audit.record(actor, "LEDGER_IMPORTED", ReportFileService.subject(report), null, made.view());
            return saved;
        });
    }
}
