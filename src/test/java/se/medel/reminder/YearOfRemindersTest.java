package se.medel.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.anyContent;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.RoundFixture.recommending;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.model2014;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.database.TestDatabase;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.decision.DecisionService;
import se.medel.round.Deadlines;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;

/** A round from its opening to the repayments, day by day, with some who are on time and some who are late. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class YearOfRemindersTest {

    private static final String SKARPNACK = "skarpnack";

    @Inject
    ReminderService reminders;

    @Inject
    RoundFixture fixture;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    Deadlines deadlines;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    private final Map<LocalDate, Runnable> year = new HashMap<>();
    private String round;
    private long bromma;
    private long farsta;

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void everybodyIsRemindedOnTheRightDaysAndOnceAndNothingSlides() throws Exception {
        theDistrictsApply();
        theReportsComeIn();
        theMoneyIsAskedBack();
        long before = count("select count(*) from reminder");
        long made = 0;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (LocalDate day = LocalDate.of(2014, 1, 2);
                    !day.isAfter(LocalDate.of(2015, 4, 30));
                    day = day.plusDays(1)) {
                clock.stopAt(day);
                year.getOrDefault(day, () -> {}).run();
                made += bothInstancesRun(two);
            }
        } finally {
            two.shutdownNow();
        }
        assertThat(count("select count(*) from reminder"))
                .as("each made by one of the two")
                .isEqualTo(before + made);
        assertThat(madeInTheRound())
                .containsExactly(
                        "2014-10-17 APPLICATION bromma DAYS_14_BEFORE 2014-10-31 DISTRICT",
                        "2014-10-17 APPLICATION farsta DAYS_14_BEFORE 2014-10-31 DISTRICT",
                        "2014-10-28 APPLICATION farsta DAYS_3_BEFORE 2014-10-31 DISTRICT",
                        "2014-10-31 APPLICATION farsta ON_THE_DAY 2014-10-31 DISTRICT",
                        "2014-11-05 PREPARATION bromma DAYS_14_BEFORE 2014-11-19 OFFICER",
                        "2014-11-07 APPLICATION farsta DAYS_7_AFTER 2014-10-31 DISTRICT",
                        "2014-11-12 COMPLETION farsta DAYS_14_BEFORE 2014-11-26 DISTRICT",
                        "2014-11-16 PREPARATION bromma DAYS_3_BEFORE 2014-11-19 OFFICER",
                        "2014-11-19 PREPARATION bromma ON_THE_DAY 2014-11-19 OFFICER",
                        "2014-11-23 COMPLETION farsta DAYS_3_BEFORE 2014-11-26 DISTRICT",
                        "2014-11-26 COMPLETION farsta ON_THE_DAY 2014-11-26 DISTRICT",
                        "2014-11-26 PREPARATION bromma DAYS_7_AFTER 2014-11-19 OFFICER",
                        "2014-12-12 PREPARATION farsta DAYS_14_BEFORE 2014-12-26 OFFICER",
                        "2014-12-14 DECISION bromma DAYS_14_BEFORE 2014-12-28 DIRECTOR",
                        "2014-12-23 PREPARATION farsta DAYS_3_BEFORE 2014-12-26 OFFICER",
                        "2014-12-25 DECISION bromma DAYS_3_BEFORE 2014-12-28 DIRECTOR",
                        "2014-12-26 PREPARATION farsta ON_THE_DAY 2014-12-26 OFFICER",
                        "2015-01-02 PAYMENT null DAYS_14_BEFORE 2015-01-15 CONTROLLER",
                        "2015-01-02 PREPARATION farsta DAYS_7_AFTER 2014-12-26 OFFICER",
                        "2015-01-12 PAYMENT null DAYS_3_BEFORE 2015-01-15 CONTROLLER",
                        "2015-01-15 PAYMENT null ON_THE_DAY 2015-01-15 CONTROLLER",
                        "2015-01-17 COST_REPORT bromma DAYS_14_BEFORE 2015-01-31 DISTRICT",
                        "2015-01-17 COST_REPORT farsta DAYS_14_BEFORE 2015-01-31 DISTRICT",
                        "2015-01-17 COST_REPORT skarpnack DAYS_14_BEFORE 2015-01-31 DISTRICT",
                        "2015-01-22 PAYMENT null DAYS_7_AFTER 2015-01-15 CONTROLLER",
                        "2015-01-28 COST_REPORT farsta DAYS_3_BEFORE 2015-01-31 DISTRICT",
                        "2015-01-28 COST_REPORT skarpnack DAYS_3_BEFORE 2015-01-31 DISTRICT",
                        "2015-01-31 COST_REPORT farsta ON_THE_DAY 2015-01-31 DISTRICT",
                        "2015-01-31 COST_REPORT skarpnack ON_THE_DAY 2015-01-31 DISTRICT",
                        "2015-02-05 REPORT_REVIEW bromma DAYS_14_BEFORE 2015-02-19 OFFICER",
                        "2015-02-07 COST_REPORT farsta DAYS_7_AFTER 2015-01-31 DISTRICT",
                        "2015-02-07 COST_REPORT skarpnack DAYS_7_AFTER 2015-01-31 DISTRICT",
                        // An extension, and the days begin anew for that district alone.
                        "2015-02-10 COST_REPORT farsta DAYS_14_BEFORE 2015-02-20 DISTRICT",
                        "2015-02-16 REPORT_REVIEW bromma DAYS_3_BEFORE 2015-02-19 OFFICER",
                        "2015-02-17 COST_REPORT farsta DAYS_3_BEFORE 2015-02-20 DISTRICT",
                        "2015-02-19 REPORT_REVIEW bromma ON_THE_DAY 2015-02-19 OFFICER",
                        "2015-02-20 COST_REPORT farsta ON_THE_DAY 2015-02-20 DISTRICT",
                        "2015-02-26 REPORT_REVIEW bromma DAYS_7_AFTER 2015-02-19 OFFICER",
                        "2015-02-27 COST_REPORT farsta DAYS_7_AFTER 2015-02-20 DISTRICT",
                        "2015-03-02 COST_REPORT skarpnack DAYS_30_AFTER 2015-01-31 DISTRICT",
                        "2015-03-10 REPORT_COMPLETION farsta DAYS_14_BEFORE 2015-03-20 DISTRICT",
                        "2015-03-12 HEARING_REPLY farsta DAYS_14_BEFORE 2015-03-26 DISTRICT",
                        "2015-03-17 REPORT_COMPLETION farsta DAYS_3_BEFORE 2015-03-20 DISTRICT",
                        "2015-03-21 REPORT_REVIEW bromma DAYS_30_AFTER 2015-02-19 OFFICER",
                        "2015-03-23 HEARING_REPLY farsta DAYS_3_BEFORE 2015-03-26 DISTRICT",
                        "2015-03-26 HEARING_REPLY farsta ON_THE_DAY 2015-03-26 DISTRICT",
                        "2015-03-26 REPAYMENT_DECISION bromma DAYS_14_BEFORE 2015-04-09 DIRECTOR",
                        "2015-04-02 HEARING_REPLY farsta DAYS_7_AFTER 2015-03-26 DISTRICT",
                        "2015-04-04 REPORT_REVIEW farsta DAYS_14_BEFORE 2015-04-18 OFFICER",
                        // The reply that came late doesn't give the director more time.
                        "2015-04-11 REPAYMENT_DECISION farsta DAYS_14_BEFORE 2015-04-25 DIRECTOR",
                        "2015-04-12 REPAYMENT bromma DAYS_14_BEFORE 2015-04-26 DISTRICT",
                        "2015-04-15 REPORT_REVIEW farsta DAYS_3_BEFORE 2015-04-18 OFFICER",
                        "2015-04-18 REPORT_REVIEW farsta ON_THE_DAY 2015-04-18 OFFICER",
                        "2015-04-22 REPAYMENT_DECISION farsta DAYS_3_BEFORE 2015-04-25 DIRECTOR",
                        "2015-04-23 REPAYMENT bromma DAYS_3_BEFORE 2015-04-26 DISTRICT",
                        "2015-04-25 REPAYMENT_DECISION farsta ON_THE_DAY 2015-04-25 DIRECTOR",
                        "2015-04-25 REPORT_REVIEW farsta DAYS_7_AFTER 2015-04-18 OFFICER",
                        "2015-04-26 REPAYMENT bromma ON_THE_DAY 2015-04-26 DISTRICT");
        assertThat(openInTheRound())
                .as("what is late is late by as many days as have passed")
                .containsExactly(
                        "COST_REPORT skarpnack 2015-01-31 89",
                        "REPORT_REVIEW bromma 2015-02-19 70",
                        "REPORT_REVIEW farsta 2015-04-18 12",
                        "REPAYMENT_DECISION farsta 2015-04-25 5",
                        "REPAYMENT bromma 2015-04-26 4");
    }

    @Test
    void aServiceThatHasStoodStillSaysOnlyTheLatest() {
        on(2014, 3, 3, () -> round = fixture.openRound(model2014()));
        clock.stopAt(LocalDate.of(2014, 3, 3));
        year.get(LocalDate.of(2014, 3, 3)).run();
        openReport(SKARPNACK);
        clock.stopAt(LocalDate.of(2015, 2, 20));
        reminders.make();
        reminders.make();
        assertThat(madeInTheRound())
                .containsExactly("2015-02-20 COST_REPORT skarpnack DAYS_7_AFTER 2015-01-31 DISTRICT");
        clock.stopAt(LocalDate.of(2016, 2, 20));
        reminders.make();
        assertThat(madeInTheRound()).hasSize(2).last().asString().contains("DAYS_30_AFTER");
        assertThat(bodies())
                .allSatisfy(body -> assertThat(body).contains("Ärende: 3.1-", "Sista dag: 31 januari 2015"));
        assertThat(bodies()).last().asString().contains("385 dagar försenat");
    }

    private void theDistrictsApply() {
        on(2014, 3, 3, () -> round = fixture.openRound(model2014()));
        on(2014, 10, 1, () -> {
            bromma = fixture.draft(round, BROMMA, CO_FINANCING, anyContent(100_000))
                    .id();
            farsta = fixture.draft(round, FARSTA, CO_FINANCING, anyContent(100_000))
                    .id();
        });
        on(2014, 10, 20, () -> submit(BROMMA, bromma));
        on(2014, 11, 10, () -> submit(FARSTA, farsta));
        on(2014, 11, 12, () -> applications
                .requestCompletion(
                        OFFICER, farsta, found(farsta).version(), "Vad kostar lotsen?", LocalDate.of(2014, 11, 26))
                .get());
        on(2014, 11, 27, () -> applications
                .submit(directorOf(FARSTA), farsta, found(farsta).version(), "Se planen.")
                .get());
        on(2014, 11, 28, () -> prepare(bromma));
        on(2014, 12, 26, () -> decide(bromma));
        on(2015, 1, 5, () -> prepare(farsta));
        on(2015, 1, 8, () -> decide(farsta));
    }

    private void theReportsComeIn() {
        on(2015, 1, 2, () -> {
            sql(
                    "insert into payment_order (round_id, number, pay_on, made_by, made_at) values (:round, 1, '2015-01-15',"
                            + " 'ekonom', now())");
            sql("insert into payment (order_id, application_id, kronor, state) select id, " + bromma
                    + ", 1000, 'ORDERED' from payment_order where round_id = :round");
            book(bromma, "ORDERED");
        });
        on(2015, 1, 23, () -> {
            sql("update payment set state = 'PAID', paid_on = '2015-01-23', marked_by = 'ekonom', marked_at = now()"
                    + " where order_id in (select id from payment_order where round_id = :round)");
            book(bromma, "PAID");
        });
        on(2015, 1, 10, () -> {
            sql("update funding_round set state = 'REPORTING' where id = :round");
            openReport(BROMMA);
            openReport(FARSTA);
            openReport(SKARPNACK);
        });
        on(2015, 1, 20, () -> handIn(BROMMA));
        on(2015, 2, 10, () -> deadlines
                .extend(OFFICER, round, FARSTA, LocalDate.of(2015, 2, 20), "Ny ekonom")
                .get());
        on(2015, 3, 2, () -> handIn(FARSTA));
        on(
                2015,
                3,
                10,
                () -> sql("update cost_report set state = 'RETURNED', answer_due = '2015-03-20'"
                        + " where round_id = :round and district = 'farsta'"));
        on(2015, 3, 19, () -> handIn(FARSTA));
    }

    private void theMoneyIsAskedBack() {
        on(2015, 3, 5, () -> {
            flag(BROMMA, bromma);
            flag(FARSTA, farsta);
        });
        on(2015, 3, 10, () -> reply(BROMMA));
        on(
                2015,
                3,
                27,
                () -> sql("update repayment set state = 'DECIDED', number = 91, decided = 1000, reasons = 'Y2',"
                        + " decided_by = 'chef', decided_at = now(), pay_by = '2015-04-26'"
                        + " where round_id = :round and district = 'bromma'"));
        on(2015, 4, 3, () -> reply(FARSTA));
    }

    private void on(int year, int month, int day, Runnable what) {
        // Two things on one day happen one after the other.
        this.year.merge(LocalDate.of(year, month, day), what, (first, second) -> () -> {
            first.run();
            second.run();
        });
    }

    private void submit(String district, long id) {
        applications
                .submit(directorOf(district), id, found(district, id).version(), null)
                .get();
    }

    private void prepare(long id) {
        preparations.prepare(OFFICER, id, null, recommending(100_000)).get();
    }

    private void decide(long id) {
        decisions.decide(DIRECTOR, round, id, null, AS_RECOMMENDED).get();
    }

    private ApplicationView found(long id) {
        return applications.find(OFFICER, id).get();
    }

    private ApplicationView found(String district, long id) {
        return applications.find(officerOf(district), id).get();
    }

    private void openReport(String district) {
        sql("insert into cost_report (round_id, district, state, due_on, opened_at, content) values (:round, '"
                + district + "', 'DUE', '" + deadlines.reportDue(round, district) + "', now(), '{}')");
    }

    private void handIn(String district) {
        sql("update cost_report set state = 'SUBMITTED', submitted_at = " + now()
                + ", signed_by = 'x', receipt = :round || '" + district + "' where round_id = :round and district = '"
                + district + "'");
    }

    private void flag(String district, long application) {
        sql(
                "insert into settlement (round_id, district, application_id, number, inputs, result, entitled, made_by, made_at)"
                        + " values (:round, '" + district + "', " + application
                        + ", 1, '{}', '{}', 0, 'handlaggare', now())");
        sql(
                "insert into repayment (settlement_id, application_id, round_id, district, state, flagged, parts, prepared_by,"
                        + " preparers, hearing_by, hearing_at, reply_due) select id, application_id, round_id, district, 'FLAGGED',"
                        + " 1000, '{}', 'handlaggare', 'handlaggare', 'handlaggare', " + now() + ", '"
                        + deadlines.of(round).replyBy(LocalDate.now(clock))
                        + "' from settlement where application_id = " + application);
    }

    private void reply(String district) {
        sql("update repayment set reply = 'Nej', replied_by = 'x', replied_at = " + now()
                + " where round_id = :round and district = '" + district + "'");
    }

    private void book(long application, String kind) {
        sql("insert into money_entry (application_id, kind, kronor, reference, booked_at, booked_by) select id, '"
                + kind + "', 1000, 'payment/' || :round, now(), 'ekonom' from application where id = " + application);
    }

    private String now() {
        return "timestamptz '" + clock.instant() + "'";
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            var query = database.createNativeMutationQuery(statement);
            if (statement.contains(":round")) {
                query.setParameter("round", round);
            }
            query.executeUpdate();
        });
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql, Long.class).getSingleResult());
    }

    private long bothInstancesRun(ExecutorService two) throws Exception {
        Callable<Integer> run = () -> reminders.make();
        long made = 0;
        for (Future<Integer> instance : two.invokeAll(List.of(run, run))) {
            made += instance.get();
        }
        return made;
    }

    private List<String> madeInTheRound() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select made_on || ' ' || kind || ' ' || coalesce(district, 'null') || ' ' || step || ' ' || due_on"
                                + " || ' ' || audience from reminder where round_id = :round"
                                + " order by made_on, kind, district",
                        String.class)
                .setParameter("round", round)
                .getResultList());
    }

    private List<String> bodies() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select body from reminder where round_id = :round order by id", String.class)
                .setParameter("round", round)
                .getResultList());
    }

    private List<String> openInTheRound() {
        List<String> open = new ArrayList<>();
        for (Due due : reminders.open()) {
            if (due.roundId().equals(round) && due.kind() != DueKind.APPLICATION) {
                open.add(due.kind() + " " + due.district() + " " + due.dueOn() + " "
                        + due.daysLate(LocalDate.now(clock)));
            }
        }
        return open;
    }
}
