package se.medel.committee;

import static se.medel.committee.CommitteeReportRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.document.MarkedText;
import se.medel.ledger.Ledger;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Committee reports on models: an officer writes one, and fixes it when the model is handed to the committee. Figures come from
 * the model, so that text and model can't disagree. Each method that changes something is one transaction.
 */
@ApplicationScoped
@Transactional
public class CommitteeReportService {

    /** The longest text of a chapter, in characters. */
    public static final int LONGEST = 4 * FreeText.LONGEST;

    @ApplicationScoped
    static class Reports implements PanacheRepository<CommitteeReport> {

        Optional<CommitteeReport> newest(String roundId) {
            return find("roundId = ?1 order by number desc", roundId).firstResultOptional();
        }
    }

    @ApplicationScoped
    static class Templates implements PanacheRepository<ReportTemplate> {

        Optional<ReportTemplate> newest() {
            return find("order by id desc").firstResultOptional();
        }
    }

    @Inject
    Reports reports;

    @Inject
    Templates templates;

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The reports of a round that the user may see, the newest first: a draft is for the administration only. */
    public List<CommitteeReportView> all(Actor actor, String roundId) {
        boolean readsDrafts = !actor.role().ofDistrict();
        return actor.role() == Role.EVALUATOR || actor.role() == Role.ADMINISTRATOR
                ? List.of()
                : reports.list("roundId = ?1 order by number desc", roundId).stream()
                        .map(CommitteeReport::view)
                        .filter(report -> readsDrafts || !report.isDraft())
                        .toList();
    }

    /** The newest of them. */
    public Answer<CommitteeReportView> find(Actor actor, String roundId) {
        return all(actor, roundId).stream()
                .findFirst()
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(REPORT_PAPER_NOT_FOUND));
    }

    /** The one with a number. */
    public Answer<CommitteeReportView> find(Actor actor, String roundId, int number) {
        return all(actor, roundId).stream()
                .filter(report -> report.number() == number)
                .findFirst()
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(REPORT_PAPER_NOT_FOUND));
    }

    /**
     * The model that a report is about: the one it was fixed with, or the one that is on its way to the committee.
     *
     * @return empty for a draft whose model the committee has decided on meanwhile
     */
    public Optional<AllocationModel> modelOf(CommitteeReportView report) {
        return report.isDraft()
                ? rounds.pendingModel(report.roundId()).map(ModelView::model)
                : Optional.of(report.model());
    }

    /**
     * Begins a report. Its texts are those of the round's last one, or of the newest report of another round: what is said of last
     * year is where this year's officer starts.
     */
    public Answer<CommitteeReportView> start(Actor actor, String roundId) {
        if (actor.role() != Role.OFFICER) {
            return Answer.refused(REPORT_PAPER_NOT_FOR_ROLE);
        }
        Optional<RoundView> round = rounds.round(roundId);
        if (round.isEmpty()) {
            return Answer.refused(REPORT_PAPER_NOT_FOUND);
        }
        if (rounds.pendingModel(roundId).isEmpty()) {
            return Answer.refused(REPORT_PAPER_NO_MODEL);
        }
        // Of two who start at the same time, one does; the other finds the draft.
        ledger.lock(roundId);
        Optional<CommitteeReport> before = reports.newest(roundId);
        if (before.filter(report -> report.fixedAt == null).isPresent()) {
            return Answer.refused(REPORT_PAPER_OPEN);
        }
        CommitteeReport report = new CommitteeReport();
        report.roundId = roundId;
        report.number = before.map(last -> last.number + 1).orElse(1);
        report.template = templates.newest().orElse(null);
        report.texts(before.or(this::newestFixed).map(CommitteeReport::texts).orElse(Map.of()));
        report.aside(Set.of());
        report.madeBy = actor.username();
        report.madeAt = clock.instant();
        reports.persistAndFlush(report);
        audit.record(actor, "COMMITTEE_REPORT_STARTED", subject(report), null, null);
        return Answer.of(report.view());
    }

    private Optional<CommitteeReport> newestFixed() {
        return reports.find("fixedAt is not null order by fixedAt desc, id desc")
                .firstResultOptional();
    }

    /**
     * Writes a chapter.
     *
     * @param ifVersion the version that the text was written on; a stale one is refused, null for whichever it is
     */
    public Answer<CommitteeReportView> write(
            Actor actor, String roundId, Long ifVersion, Chapter chapter, String text) {
        return draft(actor, roundId, ifVersion).then(report -> {
            List<Refusal> faults = new ArrayList<>();
            FreeText.check(faults, "text", text, LONGEST);
            if (!chapter.isWritten()) {
                faults.add(Refusal.of(REPORT_PAPER_NOT_FOUND));
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            Map<Chapter, String> before = report.texts();
            Map<Chapter, String> texts = new EnumMap<>(Chapter.class);
            texts.putAll(before);
            texts.put(chapter, text == null ? "" : text.strip().replace("\r\n", "\n"));
            report.texts(texts);
            reports.flush();
            audit.record(
                    actor,
                    "COMMITTEE_REPORT_WRITTEN",
                    subject(report),
                    new Written(chapter, before.get(chapter)),
                    new Written(chapter, texts.get(chapter)));
            return Answer.of(report.view());
        });
    }

    private record Written(Chapter chapter, String text) {}

    /** Turns chapters on and off and puts them in order: a new version of the template, for this report and those after it. */
    public Answer<CommitteeReportView> arrange(Actor actor, String roundId, Long ifVersion, Outline outline) {
        return draft(actor, roundId, ifVersion).then(report -> {
            if (outline.chapters().isEmpty()) {
                return Answer.refused(Refusal.of(REPORT_PAPER_OUTLINE).at("chapters"));
            }
            Outline before = report.view().outline();
            if (!before.equals(outline)) {
                ReportTemplate template = new ReportTemplate();
                template.outline = StoredJson.write(outline);
                template.madeBy = actor.username();
                template.madeAt = clock.instant();
                templates.persist(template);
                report.template = template;
                reports.flush();
                audit.record(actor, "COMMITTEE_REPORT_ARRANGED", subject(report), before, outline);
            }
            return Answer.of(report.view());
        });
    }

    /**
     * Says that figures written by hand aren't the model's, such as the cost of something else.
     *
     * @param figures as they are typed; those that were said before and aren't among them are the model's again
     */
    public Answer<CommitteeReportView> setAside(Actor actor, String roundId, Long ifVersion, Set<String> figures) {
        return draft(actor, roundId, ifVersion).then(report -> {
            Set<String> before = report.aside();
            Set<String> typed = new LinkedHashSet<>();
            figuresOf(report).ifPresent(model -> report.texts().values().forEach(text -> model.strange(text).stream()
                    .map(figure -> figure.typed())
                    .filter(figures::contains)
                    .forEach(typed::add)));
            report.aside(typed);
            reports.flush();
            audit.record(actor, "COMMITTEE_REPORT_FIGURES_SET_ASIDE", subject(report), before, typed);
            return Answer.of(report.view());
        });
    }

    private Optional<ReportFigures> figuresOf(CommitteeReport report) {
        return modelOf(report.view())
                .map(model -> ReportFigures.of(rounds.round(report.roundId).orElseThrow(), model));
    }

    /**
     * What stands in the way of fixing a report: a chapter without its text, a figure that the model hasn't, a name that stands for
     * no figure. Each at its chapter's name. Changes nothing.
     */
    public List<Refusal> check(CommitteeReportView report) {
        RoundView round = rounds.round(report.roundId()).orElseThrow();
        Optional<AllocationModel> model = modelOf(report);
        if (model.isEmpty()) {
            return List.of(Refusal.of(REPORT_PAPER_NO_MODEL));
        }
        ReportFigures figures = ReportFigures.of(round, model.get());
        List<Refusal> faults = new ArrayList<>();
        for (Chapter chapter : report.outline().chapters()) {
            String text = report.text(chapter);
            if (text.isBlank() && chapter.isWritten() && !chapter.speaksForItself()) {
                faults.add(Refusal.of(REPORT_PAPER_TEXT_MISSING).at(chapter.wireName()));
            }
            MarkedText.read(text, figures::named)
                    .unknown()
                    .forEach(name -> faults.add(
                            Refusal.of(REPORT_PAPER_FIGURE_UNKNOWN, name).at(chapter.wireName())));
            figures.strange(text).stream()
                    .map(figure -> figure.typed())
                    .filter(typed -> !report.aside().contains(typed))
                    .distinct()
                    .forEach(typed -> faults.add(
                            Refusal.of(REPORT_PAPER_FIGURE_DIFFERS, typed).at(chapter.wireName())));
        }
        return faults;
    }

    /**
     * Fixes the report for good, and hands the model to the committee where that isn't done: from here neither of them changes. A
     * model that is taken back needs a new report.
     */
    public Answer<CommitteeReportView> fix(Actor actor, String roundId, Long ifVersion) {
        return draft(actor, roundId, ifVersion).then(report -> {
            List<Refusal> faults = check(report.view());
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            ModelView pending = rounds.pendingModel(roundId).orElseThrow();
            if (pending.state() == ModelState.DRAFT) {
                Answer<ModelView> proposed = rounds.propose(actor, roundId);
                if (proposed.isRefused()) {
                    return Answer.refused(proposed.refusals());
                }
            }
            report.modelVersion = pending.versionNumber();
            report.model = StoredJson.write(pending.model());
            report.fixedBy = actor.username();
            report.fixedAt = clock.instant();
            reports.flush();
            audit.record(actor, "COMMITTEE_REPORT_FIXED", subject(report), null, report.view());
            return Answer.of(report.view());
        });
    }

    private Answer<CommitteeReport> draft(Actor actor, String roundId, Long ifVersion) {
        if (actor.role() != Role.OFFICER) {
            return Answer.refused(REPORT_PAPER_NOT_FOR_ROLE);
        }
        Optional<CommitteeReport> found = reports.newest(roundId);
        if (found.isEmpty()) {
            return Answer.refused(REPORT_PAPER_NOT_FOUND);
        }
        CommitteeReport report = found.get();
        if (report.fixedAt != null) {
            return Answer.refused(REPORT_PAPER_FIXED);
        }
        if (ifVersion != null && report.version != ifVersion) {
            return Answer.refused(REPORT_PAPER_STALE);
        }
        return Answer.of(report);
    }

    private static Subject subject(CommitteeReport report) {
        return new Subject("committee-report/" + report.roundId + "/" + report.number, report.roundId, null);
    }
}
