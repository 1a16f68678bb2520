package se.medel.demo;

import static se.medel.demo.DemoDesk.*;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.claim.rules.ClaimedClient;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.payment.PaymentService;
import se.medel.round.RoundService;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.ComponentKind;
import se.medel.time.CityClock;
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

    private static final String PROJECT = "SIG14";

    @Inject
    DemoMode demo;

    @Inject
    EntityManager database;

    @Inject
    DemoReport report;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    DemoDesk desk;

    @Inject
    DemoOffice office;

    @Inject
    DemoPilot pilot;

    @Inject
    DemoRegister register;

    @Inject
    Clock clock;

    /** After the demo's users, whose names stand in everything here. */
    @Transactional
    // Ten minutes: a slow machine must be able to finish what a fast one does in seconds.
    @TransactionConfiguration(timeout = 600)
    void load(@Observes @Priority(DemoUsers.PRIORITY + 100) StartupEvent started) {
        if (!demo.active()) {
            return;
        }
        database.createNativeQuery("select pg_advisory_xact_lock(" + LOCK + ")").getSingleResult();
        if (rounds.round(ROUND).isPresent()) {
            return;
        }
        office.openMailboxes();
        pilot.load();
        openTheRound();
        office.setBooking(ROUND, PROJECT);
        // The sample ledgers are this district's, so that a newcomer can report by them.
        office.setLedger(ROUND, "rinkeby-kista", PROJECT);
        pay(desk.decide(ROUND, "rinkeby-kista", ComponentKind.FIXED_GRANT, rinkebyKista()));
        desk.decide(ROUND, "spanga-tensta", ComponentKind.FIXED_GRANT, spangaTensta());
        desk.decide(ROUND, "enskede-arsta-vantor", ComponentKind.CO_FINANCING, enskedeArstaVantor());
        desk.submit(ROUND, "hasselby-vallingby", ComponentKind.CO_FINANCING, hasselbyVallingby());
        askForCompletion("skarholmen", skarholmen());
        draft("alvsjo", alvsjo());
        register.load();
        decideClaim("spanga-tensta");
        claim("rinkeby-kista");
        LOG.info("The demo year is loaded");
    }

    private void openTheRound() {
        rounds.create(
                        OFFICER,
                        new NewRound(
                                ROUND,
                                "Sociala insatsgrupper för livsstilskriminella unga vuxna 19–29 år",
                                "Sociala insatsgrupper 2014",
                                2014,
                                "3.1-101/2014",
                                LocalDate.of(2014, 10, 31)),
                        Model2014.model())
                .get();
        CityClock.on(LocalDate.of(2014, 1, 28), () -> report.writeAndFix(ROUND));
        rounds.registerCommitteeDecision(SECRETARY, ROUND, LocalDate.of(2014, 2, 13), "§ 9")
                .get();
        CityClock.on(LocalDate.of(2014, 2, 21), () -> office.followMeeting(ROUND, LocalDate.of(2014, 2, 13), "alvsjo"));
        rounds.open(OFFICER, ROUND).get();
    }

    private void pay(ApplicationView granted) {
        desk.pay(ROUND, new PaymentService.Amount(granted.id(), granted.asked()));
    }

    /** A claim for every participant of the district who was admitted during the year. */
    private ApplicationView claim(String district) {
        Actor officer = officerOf(district);
        ApplicationView draft = applications
                .start(officer, ROUND, ComponentKind.CLIENT_COMPENSATION)
                .get();
        List<ClaimedClient> clients = applications.candidates(officer, draft.id()).get().stream()
                .map(one -> new ClaimedClient(one.code(), one.birthYear(), one.admittedOn(), null, true, "Enhetschef"))
                .toList();
        ApplicationView claim =
                applications.addRows(officer, draft.id(), null, clients).get();
        return applications.submit(directorOf(district), claim.id(), null, null).get();
    }

    private void decideClaim(String district) {
        ApplicationView claim = claim(district);
        preparations
                .prepare(
                        OFFICER,
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
                .decide(DIRECTOR, ROUND, claim.id(), null, new DecisionService.Ruling(true, null, null, null, null))
                .get();
    }

    private void askForCompletion(String district, ApplicationContent content) {
        ApplicationView application = desk.submit(ROUND, district, ComponentKind.CO_FINANCING, content);
        applications
                .requestCompletion(
                        OFFICER,
                        application.id(),
                        null,
                        "Beskriv hur arbetet ska finansieras efter 2014, med belopp om det är känt.",
                        LocalDate.now(clock).plusDays(14))
                .get();
    }

    private void draft(String district, ApplicationContent content) {
        desk.draft(ROUND, district, ComponentKind.CO_FINANCING, content);
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
}
