package se.medel.finalreport;

import static se.medel.finalreport.FinalReportRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.decision.DecisionService;
import se.medel.district.Districts;
import se.medel.ledger.Ledger;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.settlement.SettlementService;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The final report of a round (Y6): written while districts account, fixed when the round is closed, never changed after. */
@ApplicationScoped
@Transactional
public class FinalReportService {

    @ApplicationScoped
    static class Written implements PanacheRepositoryBase<ReportText, String> {}

    @ApplicationScoped
    static class Fixed implements PanacheRepository<FixedReport> {

        List<FixedReport> ofRound(String roundId) {
            return list("roundId = ?1 order by number", roundId);
        }
    }

    @Inject
    Written written;

    @Inject
    Fixed fixed;

    @Inject
    FinalFigures figures;

    @Inject
    SettlementService settlements;

    @Inject
    DecisionService decisions;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Ledger ledger;

    @Inject
    Session database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Whether a role reads the report: all of the social administration, the committee's secretary and the auditor. */
    static boolean reads(Role role) {
        return !role.ofDistrict() && role != Role.EVALUATOR && role != Role.ADMINISTRATOR;
    }

    /** The figures as they stand, or as the round was closed; refused while no model is approved. */
    public Answer<RoundFigures> figures(Actor actor, String roundId) {
        return round(actor, roundId)
                .map(round ->
                        figures.of(round, settlements.ofRound(actor, roundId), decisions.ofRound(actor, roundId)));
    }

    /** What is written so far; nothing where nobody has written yet. */
    public Answer<DraftView> draft(Actor actor, String roundId) {
        return round(actor, roundId).map(round -> draft(roundId));
    }

    private DraftView draft(String roundId) {
        int number = (int) fixed.count("roundId", roundId) + 1;
        return written.findByIdOptional(roundId)
                .map(text -> new DraftView(number, text.conclusions, text.version))
                .orElseGet(() -> new DraftView(number, "", 0));
    }

    /** The versions that are fixed, the first one first. */
    public Answer<List<FixedView>> fixed(Actor actor, String roundId) {
        return round(actor, roundId)
                .map(round ->
                        fixed.ofRound(roundId).stream().map(FixedReport::view).toList());
    }

    /** Whether any version is fixed. */
    boolean hasFixed(String roundId) {
        return fixed.count("roundId", roundId) > 0;
    }

    /** One version that is fixed. */
    public Answer<FixedView> fixed(Actor actor, String roundId, int number) {
        return fixed(actor, roundId)
                .then(all -> number < 1 || number > all.size()
                        ? Answer.refused(FINAL_REPORT_NOT_FOUND)
                        : Answer.of(all.get(number - 1)));
    }

    /**
     * Keeps what the officer writes, for the version that isn't fixed yet.
     *
     * @param ifVersion the version that was read; null to skip
     */
    public Answer<DraftView> write(Actor actor, String roundId, Long ifVersion, String conclusions) {
        return writable(actor, roundId, ifVersion).then(text -> {
            String typed = conclusions == null ? "" : conclusions.strip();
            List<Refusal> faults = new ArrayList<>();
            FreeText.check(faults, "conclusions", typed);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            DraftView before = draft(roundId);
            text.conclusions = typed;
            touch(actor, text);
            audit.record(
                    actor,
                    "FINAL_REPORT_WRITTEN",
                    new Subject("final-report/" + roundId, roundId, null),
                    before,
                    draft(roundId));
            return Answer.of(draft(roundId));
        });
    }

    /** Fixes the report of a closed round. A correction is a new version that says something else. */
    public Answer<FixedView> fix(Actor actor, String roundId, Long ifVersion) {
        return writable(actor, roundId, ifVersion).then(text -> {
            RoundState state = rounds.round(roundId).orElseThrow().state();
            if (state != RoundState.CLOSED) {
                return Answer.refused(Refusal.of(FINAL_REPORT_NOT_CLOSED, state).by("Y6"));
            }
            if (text.conclusions.isBlank()) {
                return Answer.refused(
                        Refusal.of(FINAL_REPORT_CONCLUSIONS_MISSING).at("conclusions"));
            }
            List<FixedReport> before = fixed.ofRound(roundId);
            FixedReport report = new FixedReport();
            report.roundId = roundId;
            report.number = before.size() + 1;
            report.conclusions = text.conclusions;
            report.figures = StoredJson.write(figures(actor, roundId).get());
            report.sha256 = sha256(report.figures);
            report.fixedBy = actor.username();
            report.fixedAt = clock.instant();
            Optional<FixedReport> last = before.stream().reduce((one, other) -> other);
            if (last.isPresent() && isSame(last.get(), report)) {
                return Answer.refused(FINAL_REPORT_UNCHANGED, report.number - 1);
            }
            fixed.persistAndFlush(report);
            touch(actor, text);
            audit.record(
                    actor,
                    "FINAL_REPORT_FIXED",
                    new Subject("final-report/" + roundId, roundId, null),
                    null,
                    new Trace(report.number, report.sha256));
            return Answer.of(report.view());
        });
    }

    /** What the trail keeps: the figures themselves stand with the report. */
    private record Trace(int number, String sha256) {}

    private static boolean isSame(FixedReport one, FixedReport other) {
        return one.conclusions.equals(other.conclusions) && one.sha256.equals(other.sha256);
    }

    private void touch(Actor actor, ReportText text) {
        text.changedBy = actor.username();
        text.changedAt = clock.instant();
        written.flush();
    }

    /** What is written, in the hand of this user alone until the transaction ends. */
    private Answer<ReportText> writable(Actor actor, String roundId, Long ifVersion) {
        return round(actor, roundId).then(round -> {
            if (actor.role() != Role.OFFICER) {
                return Answer.refused(FINAL_REPORT_NOT_FOR_ROLE);
            }
            if (round.state() != RoundState.REPORTING && round.state() != RoundState.CLOSED) {
                return Answer.refused(FINAL_REPORT_ROUND_STATE, round.state());
            }
            ledger.lock(roundId);
            database.createNativeMutationQuery(
                            "insert into final_report_text (round_id) values (:round) on conflict do nothing")
                    .setParameter("round", roundId)
                    .executeUpdate();
            database.clear();
            ReportText text = written.findById(roundId);
            return ifVersion != null && ifVersion != text.version
                    ? Answer.refused(FINAL_REPORT_STALE)
                    : Answer.of(text);
        });
    }

    private Answer<RoundView> round(Actor actor, String roundId) {
        if (!reads(actor.role())) {
            return Answer.refused(FINAL_REPORT_NOT_FOR_ROLE);
        }
        return rounds.round(roundId)
                .filter(round -> round.state().hasApprovedModel())
                .<Answer<RoundView>>map(Answer::of)
                .orElseGet(() -> Answer.refused(FINAL_REPORT_NOT_FOUND));
    }

    /** A district's account of its own money; refused for who may not see the district. */
    public Answer<DistrictFigures> ofDistrict(Actor actor, String roundId, String district) {
        return settlements
                .ofDistrict(actor, roundId, district)
                .map(grants -> figures.of(
                        rounds.round(roundId).orElseThrow(),
                        districts.bySlug(district).orElseThrow(),
                        grants));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
