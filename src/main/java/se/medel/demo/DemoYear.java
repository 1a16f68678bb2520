package se.medel.demo;

import static se.medel.user.Role.DIRECTOR;
import static se.medel.user.Role.DISTRICT_DIRECTOR;
import static se.medel.user.Role.DISTRICT_OFFICER;
import static se.medel.user.Role.OFFICER;
import static se.medel.user.Role.SECRETARY;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.claim.rules.ClaimedClient;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;
import se.medel.round.RoundService;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.DemoMode;

/**
 * The year that the demo starts with: the 2014 round in the middle of its work. Made by the same services as real cases, so
 * that nothing in it is anything but what a user could have done.
 */
@ApplicationScoped
public class DemoYear {

    private static final Logger LOG = Logger.getLogger(DemoYear.class);

    /** Any number; it only has to be the same in every instance, so that one makes the year and the others wait. */
    private static final long LOCK = 20_140_101;

    static final String ROUND = "sig-2014";

    private static final Actor CASE_OFFICER = new Actor("handlaggare", OFFICER, null);
    private static final Actor THE_DIRECTOR = new Actor("chef", DIRECTOR, null);
    private static final Actor THE_SECRETARY = new Actor("sekreterare", SECRETARY, null);

    @Inject
    DemoMode demo;

    @Inject
    EntityManager database;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    DemoRegister register;

    @Inject
    Clock clock;

    /** After the demo's users, whose names stand in everything here. */
    @Transactional
    void load(@Observes @Priority(DemoUsers.PRIORITY + 100) StartupEvent started) {
        if (!demo.active()) {
            return;
        }
        database.createNativeQuery("select pg_advisory_xact_lock(" + LOCK + ")").getSingleResult();
        if (rounds.round(ROUND).isPresent()) {
            return;
        }
        openTheRound();
        decide("rinkeby-kista", ComponentKind.FIXED_GRANT, rinkebyKista());
        decide("spanga-tensta", ComponentKind.FIXED_GRANT, spangaTensta());
        decide("enskede-arsta-vantor", ComponentKind.CO_FINANCING, enskedeArstaVantor());
        submit("hasselby-vallingby", ComponentKind.CO_FINANCING, hasselbyVallingby());
        askForCompletion("skarholmen", skarholmen());
        draft("alvsjo", alvsjo());
        register.load();
        decideClaim("spanga-tensta");
        claim("rinkeby-kista");
        LOG.info("The demo year is loaded");
    }

    private void openTheRound() {
        rounds.create(
                        CASE_OFFICER,
                        new NewRound(
                                ROUND,
                                "Sociala insatsgrupper för livsstilskriminella unga vuxna 19–29 år",
                                "Sociala insatsgrupper 2014",
                                2014,
                                "3.1-101/2014",
                                LocalDate.of(2014, 10, 31)),
                        Model2014.model())
                .get();
        rounds.propose(CASE_OFFICER, ROUND).get();
        rounds.registerCommitteeDecision(THE_SECRETARY, ROUND, LocalDate.of(2014, 2, 13), "§ 9")
                .get();
        rounds.open(CASE_OFFICER, ROUND).get();
    }

    private void decide(String district, ComponentKind component, ApplicationContent content) {
        ApplicationView application = submit(district, component, content);
        preparations
                .prepare(
                        CASE_OFFICER,
                        application.id(),
                        null,
                        new PreparationService.Work(
                                allMet(),
                                null,
                                true,
                                application.asked(),
                                null,
                                null,
                                "Planen är tydlig och bygger på ett arbete som redan pågår. Beloppet ryms i modellen."))
                .get();
        decisions
                .decide(
                        THE_DIRECTOR,
                        ROUND,
                        application.id(),
                        null,
                        new DecisionService.Ruling(true, null, null, null, null))
                .get();
    }

    /** A claim for every participant of the district who was admitted during the year. */
    private ApplicationView claim(String district) {
        Actor officer = new Actor(district, DISTRICT_OFFICER, district);
        ApplicationView draft = applications
                .start(officer, ROUND, ComponentKind.CLIENT_COMPENSATION)
                .get();
        List<ClaimedClient> clients = applications.candidates(officer, draft.id()).get().stream()
                .map(one -> new ClaimedClient(one.code(), one.birthYear(), one.admittedOn(), null, true, "Enhetschef"))
                .toList();
        ApplicationView claim =
                applications.addRows(officer, draft.id(), null, clients).get();
        return applications
                .submit(new Actor(district + "-chef", DISTRICT_DIRECTOR, district), claim.id(), null, null)
                .get();
    }

    private void decideClaim(String district) {
        ApplicationView claim = claim(district);
        preparations
                .prepare(
                        CASE_OFFICER,
                        claim.id(),
                        null,
                        new PreparationService.Work(
                                allMet(),
                                null,
                                true,
                                null,
                                claim.clientsAsked(),
                                null,
                                "Alla klienter är inskrivna under året och ingen var aktuell i direkt anslutning."))
                .get();
        decisions
                .decide(THE_DIRECTOR, ROUND, claim.id(), null, new DecisionService.Ruling(true, null, null, null, null))
                .get();
    }

    private static List<Judgement> allMet() {
        return Arrays.stream(Criterion.values())
                .map(criterion -> new Judgement(criterion, Judgement.Verdict.MET, null))
                .toList();
    }

    private ApplicationView submit(String district, ComponentKind component, ApplicationContent content) {
        ApplicationView application = draft(district, component, content);
        Actor signer = new Actor(district + "-chef", DISTRICT_DIRECTOR, district);
        return applications
                .submit(signer, application.id(), application.version(), null)
                .get();
    }

    private void askForCompletion(String district, ApplicationContent content) {
        ApplicationView application = submit(district, ComponentKind.CO_FINANCING, content);
        applications
                .requestCompletion(
                        CASE_OFFICER,
                        application.id(),
                        null,
                        "Beskriv hur arbetet ska finansieras efter 2014, med belopp om det är känt.",
                        LocalDate.now(clock).plusDays(14))
                .get();
    }

    private void draft(String district, ApplicationContent content) {
        draft(district, ComponentKind.CO_FINANCING, content);
    }

    private ApplicationView draft(String district, ComponentKind component, ApplicationContent content) {
        Actor officer = new Actor(district, DISTRICT_OFFICER, district);
        ApplicationView started = applications.start(officer, ROUND, component).get();
        return applications
                .save(officer, started.id(), started.version(), content)
                .get();
    }

    private static ApplicationContent rinkebyKista() {
        return content(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(540_000), "En lots till i projektet, heltid"),
                        new PlanLine(
                                CostCategory.ACTIVITIES,
                                Kronor.of(60_000),
                                "Gruppaktiviteter för deltagare från Husby")),
                600_000,
                0,
                600_000,
                40,
                25,
                "Lotsen förs in i enhetens budget från 2015 om resultaten håller.");
    }

    private static ApplicationContent spangaTensta() {
        return content(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(520_000), "Förstärkning med en lots"),
                        new PlanLine(CostCategory.TRAINING, Kronor.of(80_000), "Handledning för lotsarna")),
                600_000,
                0,
                600_000,
                40,
                22,
                "Arbetet ska bäras av den ordinarie verksamheten för unga vuxna.");
    }

    private static ApplicationContent enskedeArstaVantor() {
        return content(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(310_000), "Samordnare på 60 procent"),
                        new PlanLine(CostCategory.TRAINING, Kronor.of(40_000), "Utbildning i arbetssättet")),
                350_000,
                150_000,
                200_000,
                12,
                9,
                "Samordnaren finansieras inom individ- och familjeomsorgen från 2015.");
    }

    private static ApplicationContent hasselbyVallingby() {
        ApplicationContent without = content(
                List.of(
                        new PlanLine(CostCategory.STAFF, Kronor.of(380_000), "Lots på 75 procent"),
                        new PlanLine(
                                CostCategory.ACTIVITIES,
                                Kronor.of(45_000),
                                "Aktiviteter tillsammans med föreningslivet"),
                        new PlanLine(CostCategory.PREMISES, Kronor.of(25_000), "Del av lokal vid tunnelbanan")),
                450_000,
                200_000,
                200_000,
                15,
                11,
                "Nämnden har reserverat medel i flerårsplanen.");
        return withOtherFunding(
                without,
                new OtherFunding(
                        "Stadsledningskontorets ytterstadssatsning",
                        Kronor.of(50_000),
                        OtherFunding.Status.APPLIED,
                        Set.of(2, 3)));
    }

    private static ApplicationContent skarholmen() {
        return content(
                List.of(new PlanLine(CostCategory.STAFF, Kronor.of(280_000), "Lots på halvtid")),
                280_000,
                80_000,
                200_000,
                10,
                8,
                "Utreds under året.");
    }

    private static ApplicationContent alvsjo() {
        return new ApplicationContent(
                List.of(new PlanLine(CostCategory.STAFF, Kronor.of(180_000), "Samordnare, del av tjänst")),
                Kronor.of(180_000),
                null,
                Kronor.of(120_000),
                6L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                false,
                false,
                null,
                List.of(),
                Map.of());
    }

    private static ApplicationContent content(
            List<PlanLine> plan,
            long totalCost,
            long ownPart,
            long amount,
            long clients,
            long newClients,
            String ownFinancing) {
        return new ApplicationContent(
                plan,
                Kronor.of(totalCost),
                Kronor.of(ownPart),
                Kronor.of(amount),
                clients,
                newClients,
                ownFinancing,
                null,
                null,
                "Varje deltagare får en kartläggning av boende, ekonomi, skulder, hälsa, arbete och nätverk inom två veckor.",
                "Lotsen håller ihop insatserna och går igenom handlingsplanen med deltagaren varje månad.",
                "Ett gemensamt möte hålls var sjätte vecka med de aktörer som deltagaren har samtyckt till.",
                EnumSet.of(Partner.POLICE, Partner.EMPLOYMENT_SERVICE, Partner.PROBATION),
                true,
                true,
                false,
                List.of(),
                Map.of());
    }

    private static ApplicationContent withOtherFunding(ApplicationContent content, OtherFunding funding) {
        return new ApplicationContent(
                content.plan(),
                content.totalCost(),
                content.ownPart(),
                content.amount(),
                content.estimatedClients(),
                content.newClients(),
                content.ownFinancing(),
                content.ownFinancingAmount(),
                content.budgetLine(),
                content.mapping(),
                content.coordination(),
                content.cooperation(),
                content.partners(),
                content.takesPartInLearning(),
                content.reportsResults(),
                true,
                List.of(funding),
                Map.of());
    }
}
