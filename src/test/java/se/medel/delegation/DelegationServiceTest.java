package se.medel.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.delegation.DelegationFixture.DEPUTY;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.RoundFixture.recommending;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionFacts;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionService.Ruling;
import se.medel.decision.DecisionView;
import se.medel.delegation.rules.ConflictGround;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.DelegationFault;
import se.medel.delegation.rules.Nature;
import se.medel.delegation.rules.OrderLine;
import se.medel.delegation.rules.StandIn;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.user.UserService;
import se.medel.web.Visitor;

/** The delegation order when something is decided: who may, who stands in, and who is barred. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationServiceTest {

    @Inject
    RoundFixture fixture;

    @Inject
    DelegationFixture delegation;

    @Inject
    OrderService orders;

    @Inject
    StandInService standIns;

    @Inject
    ConflictService conflicts;

    @Inject
    DecisionService decisions;

    @Inject
    PreparationService preparations;

    @Inject
    DelegatedDecisions reported;

    @Inject
    UserService users;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @BeforeEach
    void aSecondDirector() {
        delegation.deputy();
    }

    @AfterEach
    void goOn() {
        clock.go();
    }

    @Test
    void fromTheStartEveryDirectorDecidesAndTheDocumentSaysByWhichPoint() {
        DecisionView decision =
                decide(DIRECTOR, prepared(ComponentKind.CO_FINANCING, 200_000)).get();

        Mandate mandate = decision.facts().mandate();
        assertThat(mandate.point()).isEqualTo("1.2");
        assertThat(mandate.nature()).isEqualTo(Nature.DECISION);
        assertThat(mandate.insteadOf()).isNull();
        assertThat(mandate.noConflict()).isTrue();
        Visitor.loggedInAs("revisor")
                .get("/decisions/" + decision.id())
                .body(
                        containsString("enligt punkt 1.2 i delegationsordningen"),
                        containsString("har förklarat sig inte vara jävig"),
                        containsString("Hur beslutet kan överklagas"));
    }

    @Test
    void whatIsDecidedIsToldToTheCommitteeOnceWithItsPoint() {
        clock.stopAt(LocalDate.of(2035, 5, 5));
        Instant before = clock.instant();
        clock.stopAt(LocalDate.of(2035, 5, 6));
        DecisionView decision =
                decide(DIRECTOR, prepared(ComponentKind.CO_FINANCING, 200_000)).get();

        assertThat(reported.between(before, clock.instant())).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("decision/" + decision.id());
            assertThat(told.number()).isEqualTo("1/2014");
            assertThat(told.day()).isEqualTo("2035-05-06");
            assertThat(told.kind()).isEqualTo(DecisionKind.CO_FINANCING);
            assertThat(told.nature()).isEqualTo(Nature.DECISION);
            assertThat(told.point()).isEqualTo("1.2");
            assertThat(told.decidedBy()).isEqualTo("chef");
            assertThat(told.district()).isEqualTo("farsta");
            assertThat(told.text()).isEqualTo("Bifall, medfinansiering");
            assertThat(told.amount()).isEqualTo(Kronor.of(200_000));
        });
        assertThat(reported.between(clock.instant(), clock.instant().plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void aFixedSumIsExecutionAndItsDocumentSaysThatItCannotBeAppealed() {
        DecisionView decision = decide(DEPUTY, prepared("rinkeby-kista", ComponentKind.FIXED_GRANT, 600_000))
                .get();

        assertThat(decision.facts().mandate().execution()).isTrue();
        Visitor.loggedInAs("revisor")
                .get("/decisions/" + decision.id())
                .body(allOf(
                        containsString("Beslutet verkställer det som"),
                        containsString("kan det inte överklagas"),
                        not(containsString("Hur beslutet kan överklagas"))));
    }

    @Test
    void whatWasDecidedBeforeThereWasAnOrderIsStillRead() {
        DecisionView decision =
                decide(DIRECTOR, prepared(ComponentKind.CO_FINANCING, 200_000)).get();
        String stored = StoredJson.write(decision.facts());
        String old = stored.substring(0, stored.lastIndexOf(",\"mandate\"")) + "}";

        assertThat(StoredJson.read(old, DecisionFacts.class).mandate()).isNull();
    }

    @Test
    void anOrderWithPersonsLimitsAndDatesIsKeptTo() {
        ApplicationView small = prepared(ComponentKind.CO_FINANCING, 100_000);
        ApplicationView large = prepared(ComponentKind.CO_FINANCING, 200_000);
        LocalDate day = delegation.inForce(
                line("3.2", DecisionKind.CO_FINANCING, "chef", 100_000, null),
                line("3.3", DecisionKind.REPLACEMENT, null, null, LocalDate.of(2040, 1, 1)));

        refused(decide(DEPUTY, small), DelegationFault.NOT_IN_ORDER);
        refused(decide(DIRECTOR, large), DelegationFault.ABOVE_DELEGATED_LIMIT);
        refused(
                decisions.decide(
                        DIRECTOR,
                        large.roundId(),
                        large.id(),
                        null,
                        new Ruling(false, null, null, "C1a", "Planen brister.")),
                DelegationFault.NOT_IN_ORDER);
        refused(
                decisions.preview(DIRECTOR, large.id(), null, AS_RECOMMENDED, false),
                DelegationFault.ABOVE_DELEGATED_LIMIT);
        DecisionView made = decide(DIRECTOR, small).get();
        assertThat(made.facts().mandate().point()).isEqualTo("3.2");
        assertThat(made.facts().mandate().committeeDate()).isEqualTo(day);
        refused(
                decisions.replace(
                        DIRECTOR,
                        small.roundId(),
                        small.id(),
                        null,
                        new Ruling(true, Kronor.of(50_000), null, null, "Kostnaden blev lägre.")),
                DelegationFault.OUTSIDE_DELEGATED_DATES);
    }

    @Test
    void whoReplacesADecisionGrantsNoMoreThanAtFirst() {
        ApplicationView application = prepared(ComponentKind.CO_FINANCING, 200_000);
        delegation.inForce(
                line("3.1", DecisionKind.CO_FINANCING, "bitradande", null, null),
                line("3.2", DecisionKind.CO_FINANCING, "chef", 100_000, null),
                line("3.3", DecisionKind.REPLACEMENT, null, null, null));
        Ruling lower = new Ruling(true, Kronor.of(90_000), null, null, "Kostnaden blev lägre.");
        decisions
                .decide(DEPUTY, application.roundId(), application.id(), null, lower)
                .get();

        Ruling higher = new Ruling(true, Kronor.of(150_000), null, null, "Kostnaden blev högre.");
        refused(
                decisions.replace(DIRECTOR, application.roundId(), application.id(), null, higher),
                DelegationFault.ABOVE_DELEGATED_LIMIT);
        refused(
                decisions.preview(DIRECTOR, application.id(), null, higher, true),
                DelegationFault.ABOVE_DELEGATED_LIMIT);
        DecisionView replaced = decisions
                .replace(DEPUTY, application.roundId(), application.id(), null, higher)
                .get();
        assertThat(replaced.facts().mandate().point()).isEqualTo("3.3");
    }

    @Test
    void whileTheDirectorIsAwayTheSubstituteDecidesAndTheDocumentNamesWhoWasStoodInFor() {
        ApplicationView first = prepared(ComponentKind.CO_FINANCING, 100_000);
        ApplicationView second = prepared("bromma", ComponentKind.CO_FINANCING, 100_000);
        LocalDate day = delegation.inForce(line("3.2", DecisionKind.CO_FINANCING, "chef", null, null));
        refused(decide(DEPUTY, first), DelegationFault.NOT_IN_ORDER);

        StandInView away = standIns.enter(SECRETARY, wanted(StandIn.Ground.ABSENCE, day, day.plusDays(6)))
                .get();
        DecisionView decision = decide(DEPUTY, first).get();

        assertThat(decision.facts().mandate().insteadOf()).isEqualTo("chef");
        Assertions.assertThat(decision.facts().mandate().words())
                .isEqualTo("enligt punkt 3.2 i delegationsordningen, i stället för Förvaltningschef vid"
                        + " socialförvaltningen, användaren chef (ersättare vid frånvaro)");
        clock.stopAt(day.plusDays(7));
        refused(decide(DEPUTY, second), DelegationFault.SUBSTITUTE_NOT_IN_PERIOD);
        clock.stopAt(day.plusDays(6));
        standIns.withdraw(DIRECTOR, away.id(), away.version()).get();
        refused(decide(DEPUTY, second), DelegationFault.NOT_IN_ORDER);
    }

    @Test
    void whoHasLeftIsStoodInForUntilTheOrderNamesAnother() {
        ApplicationView application = prepared(ComponentKind.CO_FINANCING, 100_000);
        users.createForDemo(
                new UserService.NewUser("avgangen", "Förvaltningschef", Roles.DIRECTOR, "", "demo"),
                BcryptUtil.bcryptHash("demo", 4));
        LocalDate day = delegation.inForce(line("3.2", DecisionKind.CO_FINANCING, "avgangen", null, null));
        users.setActive(new Actor("admin", Role.ADMINISTRATOR, null), "avgangen", false)
                .get();

        standIns.enter(SECRETARY, new StandInService.Wanted("avgangen", "bitradande", StandIn.Ground.ABSENCE, day, day))
                .get();
        assertThat(decide(DEPUTY, application).get().facts().mandate().insteadOf())
                .isEqualTo("avgangen");
        refused(
                standIns.enter(
                        SECRETARY, new StandInService.Wanted("chef", "avgangen", StandIn.Ground.ABSENCE, day, day)),
                DelegationRefusal.NOT_A_DIRECTOR);
    }

    @Test
    void aDirectorEntersOnlyWhoStandsInForHimself() {
        LocalDate day = delegation.inForce(line("3.2", DecisionKind.CO_FINANCING, "chef", null, null));

        refused(standIns.enter(DEPUTY, wanted(StandIn.Ground.ABSENCE, day, day)), DelegationRefusal.STAND_IN_NOT_OWN);
        StandInView own = standIns.enter(DIRECTOR, wanted(StandIn.Ground.ABSENCE, day, day))
                .get();
        refused(standIns.withdraw(DEPUTY, own.id(), own.version()), DelegationRefusal.STAND_IN_NOT_OWN);
        Visitor.loggedInAs("bitradande")
                .get("/delegation/stand-ins")
                .body(not(containsString("/delegation/stand-ins/" + own.id() + "/withdraw")));
        standIns.withdraw(SECRETARY, own.id(), own.version()).get();
    }

    @Test
    void whoDeclaresAConflictIsBarredFromDecidingAndTheOthersAreTold() {
        ApplicationView application = prepared(ComponentKind.CO_FINANCING, 100_000);
        conflicts
                .declare(DIRECTOR, "application", application.id(), ConflictGround.OWN_MATTER)
                .get();

        refused(decide(DIRECTOR, application), DelegationFault.CONFLICT_DECLARED);
        refused(
                conflicts.declare(DIRECTOR, "application", application.id(), ConflictGround.OTHER),
                DelegationRefusal.CONFLICT_DECLARED_ALREADY);
        Visitor chef = Visitor.loggedInAs("chef");
        chef.get("/").body(not(containsString("/applications/" + application.id() + "\"")));
        chef.get("/applications/" + application.id() + "/decide")
                .body(containsString("Du har anmält jäv"), not(containsString("name=\"outcome\"")));
        Visitor.loggedInAs("bitradande")
                .get("/")
                .body(containsString("/applications/" + application.id() + "\""), containsString("jäv anmält av chef"));
        assertThat(decide(DEPUTY, application).isRefused()).isFalse();
    }

    @Test
    void aSubstituteForConflictsDecidesOnlyTheCasesInWhichOneIsDeclared() {
        ApplicationView declared = prepared(ComponentKind.CO_FINANCING, 100_000);
        ApplicationView other = prepared("bromma", ComponentKind.CO_FINANCING, 100_000);
        LocalDate day = delegation.inForce(line("3.2", DecisionKind.CO_FINANCING, "chef", null, null));
        standIns.enter(DIRECTOR, wanted(StandIn.Ground.CONFLICT, day, day)).get();
        conflicts
                .declare(DIRECTOR, "application", declared.id(), ConflictGround.OTHER)
                .get();

        refused(decide(DEPUTY, other), DelegationFault.NOT_IN_ORDER);
        assertThat(decide(DEPUTY, declared).get().facts().mandate().ground()).isEqualTo(StandIn.Ground.CONFLICT);
    }

    @Test
    void anOfficerWithAConflictDoesNotPrepare() {
        String round = fixture.openRound(model2014());
        ApplicationView application = fixture.submitted(round, "farsta", ComponentKind.CO_FINANCING, 100_000);
        conflicts
                .declare(OFFICER, "application", application.id(), ConflictGround.AGENT)
                .get();

        refused(
                preparations.prepare(OFFICER, application.id(), null, recommending(100_000)),
                DelegationFault.CONFLICT_DECLARED);
        Visitor.loggedInAs("handlaggare")
                .get("/")
                .body(not(containsString("/applications/" + application.id() + "\"")));
    }

    @Test
    void aVersionInForceIsNeverChangedByAnybody() {
        OrderView first = orders.find(1).get();

        refused(orders.edit(SECRETARY, 1, first.version(), first.lines()), DelegationRefusal.ORDER_IN_FORCE);
        refused(orders.discard(SECRETARY, 1, first.version()), DelegationRefusal.ORDER_IN_FORCE);
        Assertions.assertThatThrownBy(() -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery(
                                        "update delegation_order set lines = '[]' where number = 1")
                                .executeUpdate()))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void onlyTheSecretaryWritesTheOrderAndOnlyOneDraftAtATime() {
        refused(orders.draft(DIRECTOR), DelegationRefusal.DELEGATION_NOT_FOR_ROLE);
        refused(
                standIns.enter(AUDITOR, wanted(StandIn.Ground.ABSENCE, today(), today())),
                DelegationRefusal.DELEGATION_NOT_FOR_ROLE);
        refused(
                conflicts.declare(SECRETARY, "application", 1, ConflictGround.OTHER),
                DelegationRefusal.DELEGATION_NOT_FOR_ROLE);
        OrderView draft = orders.draft(SECRETARY).get();
        try {
            refused(orders.draft(SECRETARY), DelegationRefusal.ORDER_DRAFT_EXISTS);
            refused(
                    orders.edit(SECRETARY, draft.number(), draft.version() - 1, draft.lines()),
                    DelegationRefusal.ORDER_STALE);
            refused(orders.edit(SECRETARY, draft.number(), null, List.of()), DelegationRefusal.ORDER_EMPTY);
            OrderLine nobody = line("1.1", DecisionKind.WRITE_OFF, "handlaggare", null, null);
            assertThat(orders.edit(SECRETARY, draft.number(), null, List.of(nobody, nobody))
                            .refusals())
                    .extracting(refusal -> refusal.field() + " " + refusal.reason())
                    .containsExactly(
                            "lines[0].holder NOT_A_DIRECTOR",
                            "lines[1].point LINE_POINT_TWICE",
                            "lines[1].holder NOT_A_DIRECTOR");
            assertThat(orders.putInForce(SECRETARY, draft.number(), null, today().plusDays(1), " ", today())
                            .refusals())
                    .extracting(refusal -> refusal.field())
                    .contains("date", "paragraph", "from");
            refused(
                    orders.putInForce(
                            SECRETARY,
                            draft.number(),
                            null,
                            today(),
                            "§ 4",
                            today().plusYears(1).plusDays(1)),
                    DelegationRefusal.ORDER_FROM_TOO_LATE);
        } finally {
            orders.discard(SECRETARY, draft.number(), null).get();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static StandInService.Wanted wanted(StandIn.Ground ground, LocalDate from, LocalDate to) {
        return new StandInService.Wanted("chef", "bitradande", ground, from, to);
    }

    private static OrderLine line(String point, DecisionKind kind, String holder, Integer upTo, LocalDate to) {
        return new OrderLine(point, kind, Nature.DECISION, holder, upTo == null ? null : Kronor.of(upTo), null, to);
    }

    private ApplicationView prepared(ComponentKind component, long amount) {
        return prepared("farsta", component, amount);
    }

    private ApplicationView prepared(String district, ComponentKind component, long amount) {
        return fixture.prepared(fixture.openRound(model2014()), district, component, amount);
    }

    private Answer<DecisionView> decide(se.medel.user.Actor actor, ApplicationView application) {
        return decisions.decide(actor, application.roundId(), application.id(), null, AS_RECOMMENDED);
    }

    private static void refused(Answer<?> answer, Reason reason) {
        assertThat(answer.refusals()).extracting(refusal -> refusal.reason()).containsExactly(reason);
    }
}
