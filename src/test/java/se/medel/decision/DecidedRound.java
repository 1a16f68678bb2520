package se.medel.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;
import se.medel.round.RoundService;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Decisions to look at, in rounds of their own, made by the same services as real ones. The model is that of 2014 without the
 * fixed grants and with a ceiling that binds after one district and a half.
 */
@ApplicationScoped
public class DecidedRound {

    static final Actor OFFICER = new Actor("handlaggare", Role.OFFICER, null);
    static final Actor DIRECTOR = new Actor("chef", Role.DIRECTOR, null);

    private static final AtomicInteger MADE = new AtomicInteger();

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    /** What the texts of a case say; a text that a test doesn't care about is plain. */
    record Words(String criterion, String overlap, String reasons) {
        static final Words PLAIN = new Words(
                "Planen visar vem som gör vad.",
                "Stadsdelen använder andra medel till andra kostnader.",
                "Planen är tydlig och kostnaderna är rimliga.");
    }

    String open() {
        String id = "document-" + MADE.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        AllocationModel year = Model2014.model();
        AllocationModel model = new AllocationModel(
                List.of(
                        year.coFinancing().orElseThrow(),
                        year.clientCompensation().orElseThrow()),
                new AllocationModel.Ceiling(year.ceiling().basis(), Kronor.of(340_000)));
        rounds.create(
                        OFFICER,
                        new NewRound(
                                id,
                                "Sociala insatsgrupper för livsstilskriminella unga vuxna 19–29 år",
                                "Sociala insatsgrupper 2014",
                                2014,
                                "3.1-101/2014",
                                LocalDate.of(2014, 10, 31)),
                        model)
                .get();
        rounds.propose(OFFICER, id).get();
        rounds.registerCommitteeDecision(
                        new Actor("sekreterare", Role.SECRETARY, null), id, LocalDate.of(2014, 2, 13), "§ 9")
                .get();
        rounds.open(OFFICER, id).get();
        return id;
    }

    /** Grants what is recommended: 200 000 kr asked for, and less where the ceiling leaves less. */
    DecisionView grant(String round, String district, long kronor, AllocationOrder order, Words words) {
        ApplicationView application = submit(round, district);
        prepare(application, true, kronor, order, words);
        return decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new DecisionService.Ruling(true, null, null, null, words.reasons()))
                .get();
    }

    DecisionView refuse(String round, String district, String refusedBy, Words words) {
        ApplicationView application = submit(round, district);
        prepare(application, false, 0, null, words, refusedBy);
        return decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new DecisionService.Ruling(false, null, null, refusedBy, words.reasons()))
                .get();
    }

    DecisionView replace(DecisionView decision, long kronor) {
        return decisions
                .replace(
                        DIRECTOR,
                        decision.roundId(),
                        decision.applicationId(),
                        null,
                        new DecisionService.Ruling(
                                true, Kronor.of(kronor), null, null, "Kostnaden har blivit lägre än planerat."))
                .get();
    }

    private ApplicationView submit(String round, String district) {
        Actor officer = new Actor(district, Role.DISTRICT_OFFICER, district);
        ApplicationView draft =
                applications.start(officer, round, ComponentKind.CO_FINANCING).get();
        ApplicationView saved = applications
                .save(officer, draft.id(), draft.version(), content())
                .get();
        return applications
                .submit(
                        new Actor(district + "-chef", Role.DISTRICT_DIRECTOR, district),
                        saved.id(),
                        saved.version(),
                        null)
                .get();
    }

    private void prepare(
            ApplicationView application,
            boolean grants,
            long kronor,
            AllocationOrder order,
            Words words,
            String... notMet) {
        preparations
                .prepare(
                        OFFICER,
                        application.id(),
                        null,
                        new PreparationService.Work(
                                Arrays.stream(Criterion.values())
                                        .map(criterion -> new Judgement(
                                                criterion,
                                                List.of(notMet).contains(criterion.rule())
                                                        ? Verdict.NOT_MET
                                                        : Verdict.MET,
                                                criterion == Criterion.C1A ? words.criterion() : null))
                                        .toList(),
                                words.overlap(),
                                grants,
                                grants ? Kronor.of(kronor) : null,
                                null,
                                order,
                                words.reasons()))
                .get();
    }

    private static ApplicationContent content() {
        return new ApplicationContent(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(300_000), "Samordnare på 60 procent"),
                        new PlanLine(CostCategory.TRAINING, Kronor.of(50_000), "Handledning")),
                Kronor.of(350_000),
                Kronor.of(100_000),
                Kronor.of(200_000),
                12L,
                9L,
                "Samordnaren finansieras inom ordinarie budget.",
                null,
                null,
                "Kartläggning inom två veckor.",
                "Lotsen håller ihop insatserna.",
                "Möten var sjätte vecka.",
                EnumSet.of(Partner.POLICE),
                true,
                true,
                true,
                List.of(new OtherFunding(
                        "Ytterstadssatsningen", Kronor.of(50_000), OtherFunding.Status.GRANTED, Set.of(2))),
                Map.of());
    }
}
