package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.audit.AuditTrail;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.Deadlines.Wanted;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeadlinesTest {

    private static final LocalDate CLOSES = LocalDate.of(2014, 10, 31);
    private static final LocalDate DUE = LocalDate.of(2015, 1, 31);

    @Inject
    Deadlines deadlines;

    @Inject
    RoundFixture fixture;

    @Inject
    AuditTrail trail;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    private String round;

    @BeforeEach
    void openARound() {
        clock.stopAt(LocalDate.of(2014, 3, 3));
        round = fixture.openRound(model2014());
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    private static Wanted wanted(LocalDate closes, LocalDate due, int days) {
        return new Wanted(closes, due, days, days, days, days);
    }

    @Test
    void aRoundThatOpensHasItsFirstDates() {
        DatesView dates = deadlines.of(round);
        assertThat(dates).isEqualTo(new DatesView(1, CLOSES, DUE, 30, 30, 21, 30));
        assertThat(dates.replyBy(LocalDate.of(2015, 3, 1))).isEqualTo("2015-03-22");
        assertThat(dates.payBy(LocalDate.of(2015, 4, 1))).isEqualTo("2015-05-01");
        assertThat(deadlines.reportDue(round, BROMMA)).isEqualTo(DUE);
    }

    @Test
    void whatCameInBeforeAChangeKeepsTheDaysItHad() {
        Instant before = clock.instant();
        clock.stopAt(LocalDate.of(2014, 4, 1));
        LocalDate later = LocalDate.of(2015, 2, 15);
        assertThat(deadlines.set(OFFICER, round, 1, wanted(CLOSES, later, 10)).get())
                .isEqualTo(new DatesView(2, CLOSES, later, 10, 10, 10, 10));
        assertThat(deadlines.of(round, before).answerDays()).isEqualTo(30);
        assertThat(deadlines.of(round).answerDays()).isEqualTo(10);
        assertThat(trail.read(null, "round/" + round, 1).get(0))
                .returns("DATES_SET", AuditTrail.Line::action)
                .satisfies(line -> assertThat(line.before()).contains("2015-01-31"))
                .satisfies(line -> assertThat(line.after()).contains("2015-02-15"));
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(CLOSES, DUE, 10))))
                .isEqualTo("DATES_STALE null");
    }

    @Test
    void aDayThatHasPassedIsNeverMoved() {
        clock.stopAt(LocalDate.of(2014, 11, 1));
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(LocalDate.of(2014, 11, 30), DUE, 30))))
                .isEqualTo("DATE_HAS_PASSED applicationsClose");
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(CLOSES, LocalDate.of(2014, 12, 31), 30))))
                .isEqualTo("REPORT_DUE_BEFORE_YEAR_END reportDue");
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(CLOSES, LocalDate.of(2014, 10, 1), 30))))
                .isEqualTo("DATE_IN_PAST reportDue");
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(CLOSES, DUE, 0))))
                .isEqualTo("DAYS_OUT_OF_RANGE answerDays");
        assertThat(reason(deadlines.set(OFFICER, round, 1, wanted(CLOSES, null, 1))))
                .isEqualTo("DATE_MISSING reportDue");
        assertThat(reason(deadlines.set(AUDITOR, round, 1, wanted(CLOSES, DUE, 1))))
                .isEqualTo("ROUND_NOT_FOR_ROLE null");
        assertThat(reason(deadlines.set(OFFICER, "finns-inte", 1, wanted(CLOSES, DUE, 1))))
                .isEqualTo("ROUND_NOT_FOUND null");
    }

    @Test
    void oneDistrictGetsMoreTimeForItsReportAndTheOthersDoNot() {
        openReport(BROMMA, "DRAFT", null);
        openReport(FARSTA, "DUE", null);
        clock.stopAt(LocalDate.of(2015, 2, 3));
        LocalDate later = LocalDate.of(2015, 2, 20);
        assertThat(deadlines.extend(OFFICER, round, BROMMA, later, "Ny ekonom").get())
                .returns(DUE, ExtensionView::wasDue);
        assertThat(report(BROMMA, "due_on")).isEqualTo("2015-02-20");
        assertThat(report(BROMMA, "version"))
                .as("a form that stands open is stale")
                .isEqualTo("1");
        assertThat(report(FARSTA, "due_on")).isEqualTo("2015-01-31");
        assertThat(deadlines.reportDue(round, BROMMA)).isEqualTo(later);
        assertThat(deadlines.reportDue(round, FARSTA)).isEqualTo(DUE);
        assertThat(deadlines.extensions(round)).hasSize(1);
        assertThat(trail.read(null, "round/" + round, 1).get(0))
                .returns("REPORT_EXTENDED", AuditTrail.Line::action)
                .returns(BROMMA, AuditTrail.Line::district);
        assertThat(reason(deadlines.extend(OFFICER, round, BROMMA, later, "Igen")))
                .isEqualTo("EXTENSION_NOT_LATER dueOn");
    }

    @Test
    void aReportThatIsBackForCompletionGetsMoreTimeForThatAndOneThatIsInNone() {
        openReport(BROMMA, "RETURNED", "2015-03-01");
        clock.stopAt(LocalDate.of(2015, 2, 20));
        deadlines
                .extend(OFFICER, round, BROMMA, LocalDate.of(2015, 3, 15), "Underlag saknas")
                .get();
        assertThat(report(BROMMA, "answer_due")).isEqualTo("2015-03-15");
        assertThat(report(BROMMA, "due_on")).isEqualTo("2015-01-31");
        sql("insert into cost_report (round_id, district, state, due_on, opened_at, content, submitted_at, signed_by,"
                + " receipt) values ('" + round + "', 'farsta', 'SUBMITTED', '2015-01-31', now(), '{}', now(), 'x', '"
                + round + "')");
        assertThat(reason(deadlines.extend(OFFICER, round, FARSTA, LocalDate.of(2015, 3, 15), "Sent")))
                .isEqualTo("EXTENSION_REPORT_IS_IN null");
    }

    @Test
    void anExtensionNeedsADistrictADayAndAReason() {
        LocalDate later = LocalDate.of(2015, 3, 15);
        assertThat(reason(deadlines.extend(OFFICER, round, "atlantis", later, "Sent")))
                .isEqualTo("EXTENSION_DISTRICT_UNKNOWN district");
        assertThat(reason(deadlines.extend(OFFICER, round, BROMMA, later, " ")))
                .isEqualTo("EXTENSION_REASON_MISSING reason");
        assertThat(reason(deadlines.extend(OFFICER, round, BROMMA, null, "Sent")))
                .isEqualTo("DATE_MISSING dueOn");
        assertThat(reason(deadlines.extend(OFFICER, round, BROMMA, LocalDate.of(2014, 3, 2), "Sent")))
                .isEqualTo("DATE_IN_PAST dueOn");
        assertThat(reason(deadlines.extend(OFFICER, round, BROMMA, later, "Om " + TestNumbers.personal())))
                .isEqualTo("PERSONAL_NUMBER reason");
        assertThat(reason(deadlines.extend(directorOf(BROMMA), round, BROMMA, later, "Vi hinner inte")))
                .isEqualTo("ROUND_NOT_FOR_ROLE null");
    }

    @Test
    void theDatabaseItselfLetsNoReportSlide() {
        openReport(BROMMA, "DUE", null);
        assertThatThrownBy(() -> sql("update cost_report set due_on = '2015-06-30' where round_id = '" + round + "'"))
                .hasStackTraceContaining("is due on 2015-01-31");
        assertThatThrownBy(() -> sql("update round_dates set reply_days = 99 where round_id = '" + round + "'"))
                .hasStackTraceContaining("append-only");
    }

    private void openReport(String district, String state, String answerDue) {
        sql("insert into cost_report (round_id, district, state, due_on, opened_at, content, answer_due) values ('"
                + round + "', '" + district + "', '" + state + "', '2015-01-31', now(), '{}', "
                + (answerDue == null ? "null" : "'" + answerDue + "'") + ")");
    }

    private String report(String district, String column) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery("select " + column
                                + " from cost_report where round_id = :round and district = :district")
                        .setParameter("round", round)
                        .setParameter("district", district)
                        .getSingleResult()));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private static String reason(Answer<?> answer) {
        Refusal refusal = answer.refusals().get(0);
        return refusal.reason().name() + " " + refusal.field();
    }
}
