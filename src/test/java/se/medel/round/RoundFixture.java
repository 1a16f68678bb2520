package se.medel.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.PlanLine;
import se.medel.decision.DecisionService.Ruling;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Open rounds and applications on their way, each test with a round of its own. */
@ApplicationScoped
public class RoundFixture {

    public static final Actor OFFICER = new Actor("handlaggare", Role.OFFICER, null);
    public static final Actor DIRECTOR = new Actor("chef", Role.DIRECTOR, null);
    public static final Actor SECRETARY = new Actor("sekreterare", Role.SECRETARY, null);
    public static final Actor AUDITOR = new Actor("revisor", Role.AUDITOR, null);

    /** Follow what the officer recommends. */
    public static final Ruling AS_RECOMMENDED = new Ruling(true, null, null, null, null);

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    public static Actor officerOf(String district) {
        return new Actor(district, Role.DISTRICT_OFFICER, district);
    }

    public static Actor directorOf(String district) {
        return new Actor(district + "-chef", Role.DISTRICT_DIRECTOR, district);
    }

    public static RoundService.NewRound anyNewRound() {
        return new RoundService.NewRound(
                "prov-" + COUNT.incrementAndGet(),
                "Provsatsning",
                "Provomgång",
                2014,
                "3.1-" + COUNT.get() + "/2014",
                LocalDate.of(2014, 10, 31));
    }

    /** The id of a new open round with this model. */
    public String openRound(AllocationModel model) {
        String id = rounds.create(OFFICER, anyNewRound(), model).get().id();
        rounds.propose(OFFICER, id).get();
        rounds.registerCommitteeDecision(SECRETARY, id, LocalDate.of(2014, 2, 13), "§ 9")
                .get();
        rounds.open(OFFICER, id).get();
        return id;
    }

    /** A complete application whose own part is one krona. */
    public static ApplicationContent anyContent(long amount) {
        return new ApplicationContent(
                List.of(new PlanLine(CostCategory.STAFF, Kronor.of(amount + 1), "Lots")),
                Kronor.of(amount + 1),
                Kronor.of(1),
                Kronor.of(amount),
                10L,
                8L,
                "Ordinarie budget",
                null,
                null,
                "Kartläggning",
                "Samordning",
                "Samverkan",
                EnumSet.of(Partner.POLICE),
                true,
                true,
                false,
                List.of(),
                Map.of());
    }

    public ApplicationView draft(String round, String district, ComponentKind component, ApplicationContent content) {
        ApplicationView started =
                applications.start(officerOf(district), round, component).get();
        return applications
                .save(officerOf(district), started.id(), started.version(), content)
                .get();
    }

    public ApplicationView submitted(String round, String district, ComponentKind component, long amount) {
        ApplicationView draft = draft(round, district, component, anyContent(amount));
        return applications
                .submit(directorOf(district), draft.id(), draft.version(), null)
                .get();
    }

    /** An application that the officer has prepared with all criteria met and a grant of {@code amount} recommended. */
    public ApplicationView prepared(String round, String district, ComponentKind component, long amount) {
        ApplicationView application = submitted(round, district, component, amount);
        preparations
                .prepare(OFFICER, application.id(), null, recommending(amount))
                .get();
        return applications.find(OFFICER, application.id()).get();
    }

    public static PreparationService.Work recommending(long amount) {
        return new PreparationService.Work(allMet(), null, true, Kronor.of(amount), null, null, "Planen är tydlig.");
    }

    public static List<Judgement> allMet() {
        return Arrays.stream(Criterion.values())
                .map(criterion -> new Judgement(criterion, Judgement.Verdict.MET, null))
                .toList();
    }
}
