package se.medel.planchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportedRound;
import se.medel.costreport.rules.CostLine;
import se.medel.database.TestDatabase;
import se.medel.delegation.ConflictService;
import se.medel.delegation.rules.ConflictGround;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PlanChangeServiceTest {

    private static final Actor DISTRICT = officerOf("bromma");

    @Inject
    ReportedRound round;

    @Inject
    PlanChangeService changes;

    @Inject
    ConflictService conflicts;

    @Inject
    CostReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    private static List<PlanLine> changed(ApplicationView grant) {
        List<PlanLine> plan = new ArrayList<>(grant.content().plan());
        plan.set(2, new PlanLine(CostCategory.TRAINING, Kronor.ZERO, "Handledning"));
        plan.add(new PlanLine(CostCategory.PREMISES, Kronor.of(9_000), "Lokal"));
        return plan;
    }

    private static List<String> faults(Answer<?> answer) {
        return answer.refusals().stream()
                .map(fault -> fault.reason().name() + "@" + fault.field())
                .toList();
    }

    @Test
    void anApprovedChangeIsThePlanAndTheReportFollowsIt() {
        ApplicationView grant = round.granted("bromma");
        CostReportView report = round.reported(grant);
        PlanChangeView asked = changes.ask(DISTRICT, grant.id(), changed(grant), "Kursen blev av i egen regi.")
                .get();
        assertThat(faults(changes.ask(DISTRICT, grant.id(), changed(grant), "Igen.")))
                .containsExactly("PLAN_CHANGE_OPEN@null");
        assertThat(changes.inForce(grant)).isEqualTo(grant.content().plan());
        assertThat(faults(changes.approve(DIRECTOR, asked.id(), null, null))).containsExactly("PLAN_CHANGE_STATE@null");
        assertThat(asked.moved()).as("a new line").isEqualTo(Kronor.of(9_000));
        changes.prepare(OFFICER, asked.id(), asked.version(), true, "Rimligt.").get();
        for (PlanChangeView shown : List.of(
                changes.find(DISTRICT, asked.id()).get(),
                changes.ofRound(DISTRICT, grant.roundId()).get(0),
                changes.all(DISTRICT).get(0))) {
            assertThat(shown.recommends()).isNull();
            assertThat(shown.note()).isNull();
            assertThat(shown.preparedBy()).isNull();
            assertThat(shown.preparedAt()).isNull();
        }
        assertThat(changes.find(DIRECTOR, asked.id()).get().note()).isEqualTo("Rimligt.");
        assertThat(faults(changes.approve(OFFICER, asked.id(), null, null)))
                .containsExactly("PLAN_CHANGE_NOT_FOR_ROLE@null");
        assertThat(faults(changes.approve(new Actor("handlaggare", Role.DIRECTOR, null), asked.id(), null, null)))
                .containsExactly("PLAN_CHANGE_FOUR_EYES@null");
        assertThat(faults(changes.approve(DIRECTOR, asked.id(), asked.version(), null)))
                .containsExactly("PLAN_CHANGE_STALE@null");
        changes.approve(DIRECTOR, asked.id(), null, null).get();
        assertThat(changes.find(DISTRICT, asked.id()).get().recommends()).isTrue();
        assertThat(changes.inForce(grant)).isEqualTo(changed(grant));
        assertThat(reports.find(DISTRICT, report.id()).get().content().lines())
                .extracting(CostLine::planned)
                .containsExactly(Kronor.of(60_000), Kronor.of(30_000), Kronor.ZERO, Kronor.of(9_000));
    }

    /** Whoever starts the reporting has the round to itself; the director decides meanwhile. */
    @Test
    void aChangeThatIsApprovedWhileTheReportingStartsIsInTheReport() throws Exception {
        ApplicationView grant = round.granted("bromma");
        PlanChangeView asked = changes.ask(DISTRICT, grant.id(), changed(grant), "Kursen blev av.")
                .get();
        changes.prepare(OFFICER, asked.id(), asked.version(), true, "Rimligt.").get();
        ExecutorService director = Executors.newSingleThreadExecutor();
        try {
            Future<Answer<PlanChangeView>> approved = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        ledger.lock(grant.roundId());
                        Future<Answer<PlanChangeView>> begun =
                                director.submit(() -> changes.approve(DIRECTOR, asked.id(), null, null));
                        assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                                .as("waits for the reports to be made")
                                .isInstanceOf(TimeoutException.class);
                        rounds.startReporting(OFFICER, grant.roundId()).get();
                        return begun;
                    });
            approved.get(30, TimeUnit.SECONDS).get();
        } finally {
            director.shutdown();
        }
        assertThat(reports.ofRound(DISTRICT, grant.roundId()).get(0).content().lines())
                .extracting(CostLine::planned)
                .containsExactly(Kronor.of(60_000), Kronor.of(30_000), Kronor.ZERO, Kronor.of(9_000));
    }

    @Test
    void theDatabaseRefusesADecisionByWhoPrepared() {
        ApplicationView grant = round.granted("bromma");
        PlanChangeView asked =
                changes.ask(DISTRICT, grant.id(), changed(grant), "Ändrat.").get();
        changes.prepare(OFFICER, asked.id(), null, false, null).get();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                                "update plan_change set state = 'APPROVED', decided_by = 'handlaggare',"
                                        + " decided_at = now() where id = " + asked.id())
                        .executeUpdate()))
                .hasStackTraceContaining("plan_change_four_eyes");
        assertThat(faults(changes.refuse(DIRECTOR, asked.id(), null, " ")))
                .containsExactly("PLAN_CHANGE_REASONS_MISSING@reasons");
        changes.refuse(DIRECTOR, asked.id(), null, "Kursen behövs.").get();
        assertThat(changes.inForce(grant)).isEqualTo(grant.content().plan());
        assertThat(faults(changes.withdraw(DISTRICT, asked.id(), null))).containsExactly("PLAN_CHANGE_STATE@null");
    }

    @Test
    void whoHasAConflictInTheApplicationHasItInItsPlanToo() {
        ApplicationView grant = round.granted("bromma");
        PlanChangeView asked =
                changes.ask(DISTRICT, grant.id(), changed(grant), "Ändrat.").get();
        conflicts
                .declare(OFFICER, "application", grant.id(), ConflictGround.OTHER)
                .get();
        conflicts
                .declare(DIRECTOR, "application", grant.id(), ConflictGround.OTHER)
                .get();

        assertThat(faults(changes.prepare(OFFICER, asked.id(), null, true, null)))
                .containsExactly("CONFLICT_DECLARED@null");
        Visitor.loggedInAs("handlaggare")
                .get("/")
                .body(org.hamcrest.Matchers.not(containsString("/plan-changes/" + asked.id() + "\"")));
        changes.prepare(new Actor("revisor", Role.OFFICER, null), asked.id(), null, true, null)
                .get();
        assertThat(faults(changes.approve(DIRECTOR, asked.id(), null, null))).containsExactly("CONFLICT_DECLARED@null");
        changes.withdraw(DISTRICT, asked.id(), null).get();
    }

    @Test
    void aLineThatBecomesSomethingElseMovesAllThatItHolds() {
        ApplicationView grant = round.granted("bromma");
        List<PlanLine> plan = new ArrayList<>(grant.content().plan());
        PlanLine first = plan.get(0);
        plan.set(0, new PlanLine(CostCategory.PREMISES, first.amount(), "Lokal"));
        PlanChangeView asked =
                changes.ask(DISTRICT, grant.id(), plan, "Lokalen behövs mer.").get();

        assertThat(asked.moved()).isEqualTo(first.amount());
        changes.withdraw(DISTRICT, asked.id(), null).get();
    }

    @Test
    void aPlanIsAskedForAsAWholeByItsOwnDistrict() {
        ApplicationView grant = round.granted("bromma");
        assertThat(faults(changes.ask(DISTRICT, grant.id(), List.of(), "900101-2385")))
                .containsExactly("PLAN_CHANGE_LINE_REMOVED@plan", "PERSONAL_NUMBER@reason");
        assertThat(faults(changes.ask(DISTRICT, grant.id(), grant.content().plan(), " ")))
                .containsExactly("PLAN_CHANGE_NOTHING@plan", "PLAN_CHANGE_REASON_MISSING@reason");
        assertThat(changes.ask(officerOf("farsta"), grant.id(), changed(grant), "Vi med.")
                        .isRefused())
                .isTrue();
        PlanChangeView asked =
                changes.ask(DISTRICT, grant.id(), changed(grant), "Ändrat.").get();
        assertThat(faults(changes.find(officerOf("farsta"), asked.id()))).containsExactly("PLAN_CHANGE_NOT_FOUND@null");
        changes.withdraw(DISTRICT, asked.id(), null).get();
    }

    @Test
    void theThreePagesLeadFromRequestToDecision() {
        ApplicationView grant = round.granted("kungsholmen");
        Visitor district = Visitor.loggedInAs("kungsholmen");
        String form = "/plan-changes/new/" + grant.id();
        district.get("/plan-changes").statusCode(200);
        district.get(form).statusCode(200);
        district.post(form, "plan[0].amount", "x", "plan[0].category", "STAFF", "plan[0].text", "Lots")
                .statusCode(422);
        String page = district.post(
                        form,
                        "plan[0].category",
                        "STAFF",
                        "plan[0].text",
                        "Lots",
                        "plan[0].amount",
                        "50 000",
                        "plan[1].category",
                        "STAFF",
                        "plan[1].text",
                        "Samordnare",
                        "plan[1].amount",
                        "40 000",
                        "plan[2].category",
                        "TRAINING",
                        "plan[2].text",
                        "Handledning",
                        "plan[2].amount",
                        "10 001",
                        "reason",
                        "Samordnaren arbetar mer.",
                        "do",
                        "ask")
                .statusCode(303)
                .extract()
                .header("Location");
        String path = page.substring(page.indexOf("/plan-changes"));
        Visitor.loggedInAs("farsta").get(path).statusCode(404);
        Visitor.loggedInAs("utvarderare").get(path).statusCode(403);
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/").body(org.hamcrest.Matchers.containsString(path));
        officer.post(path, "do", "prepare").statusCode(422);
        officer.post(path, "do", "prepare", "recommends", "yes", "note", "Rimligt så.")
                .statusCode(303);
        district.get(path).statusCode(200).body(org.hamcrest.Matchers.not(containsString("Rimligt så.")));
        officer.post(path, "do", "approve").statusCode(403);
        Visitor director = Visitor.loggedInAs("chef");
        director.get("/").body(org.hamcrest.Matchers.containsString(path));
        director.post(path, "do", "approve", "reasons", "").statusCode(303);
        district.inEnglish().get(path).body(org.hamcrest.Matchers.containsString("Approved"));
    }
}
