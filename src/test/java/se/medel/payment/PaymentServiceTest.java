package se.medel.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.payment.PaymentFixture.CONTROLLER;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionRefusal;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionService.Ruling;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.payment.PaymentService.Amount;
import se.medel.payment.PaymentService.Paid;
import se.medel.payment.PaymentService.Wanted;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.ClosingMeanwhile;
import se.medel.user.Actor;
import se.medel.user.Role;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PaymentServiceTest {

    @Inject
    PaymentFixture fixture;

    @Inject
    PaymentService payments;

    @Inject
    BookingService bookings;

    @Inject
    ClosingMeanwhile meanwhile;

    @Inject
    DecisionService decisions;

    @Inject
    Accounts accounts;

    @Inject
    AgroalDataSource database;

    @Test
    void allThatIsLeftIsOrderedAtOnceAndThenNothingIsLeft() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 150_000);
        fixture.granted(round, FARSTA, 80_000);
        OrderView order = payments.order(CONTROLLER, round, fixture.all()).get();

        assertThat(order.number()).isEqualTo(1);
        assertThat(order.sum()).isEqualTo(Kronor.of(230_000));
        assertThat(order.payments())
                .extracting(PaymentView::district, PaymentView::kronor, PaymentView::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(BROMMA, Kronor.of(150_000), PaymentState.ORDERED),
                        org.assertj.core.groups.Tuple.tuple(FARSTA, Kronor.of(80_000), PaymentState.ORDERED));
        assertThat(account(bromma).underWay()).isEqualTo(Kronor.of(150_000));
        assertThat(account(bromma).toOrder()).isEqualTo(Kronor.ZERO);
        assertThat(reasons(payments.order(CONTROLLER, round, fixture.all())))
                .containsExactly(PaymentRefusal.NOTHING_TO_ORDER);
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void instalmentsNeverComeToMoreThanTheGrant() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 150_000);
        fixture.order(round, bromma, 75_000);

        Refusal refusal = payments.order(CONTROLLER, round, fixture.of(bromma, 75_001))
                .refusals()
                .get(0);
        assertThat(refusal.reason()).isEqualTo(PaymentRefusal.PAYMENT_ABOVE_LEFT);
        assertThat(refusal.field()).isEqualTo("amounts[0].amount");
        assertThat(refusal.arguments()).containsExactly(Kronor.of(75_000));
        assertThat(fixture.order(round, bromma, 75_000).number()).isEqualTo(2);
        assertThat(account(bromma).ordered()).isEqualTo(Kronor.of(150_000));
    }

    @Test
    void everythingThatIsWrongWithAnOrderIsSaidAtOnceAndNothingIsOrdered() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 150_000);
        long elsewhere = fixture.granted(fixture.openRound(), FARSTA, 10_000);
        Wanted wanted = new Wanted(
                fixture.today().minusDays(1),
                "Gäller 19900101-2385",
                List.of(
                        new Amount(bromma, Kronor.of("10.50")),
                        new Amount(bromma, Kronor.of(10)),
                        new Amount(elsewhere, Kronor.of(10))));

        assertThat(payments.order(CONTROLLER, round, wanted).refusals())
                .extracting(refusal -> refusal.field() + " " + refusal.reason())
                .containsExactly(
                        "amounts[0].amount PAYMENT_NOT_WHOLE_KRONOR",
                        "amounts[1].application GRANT_TWICE_IN_ORDER",
                        "amounts[2].application NO_SUCH_GRANT",
                        "payOn PAY_DATE_PASSED",
                        "note PERSONAL_NUMBER");
        for (long kronor : new long[] {0, -1}) {
            assertThat(reasons(payments.order(CONTROLLER, round, fixture.of(bromma, kronor))))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_WHOLE_KRONOR);
        }
        assertThat(payments.order(CONTROLLER, round, new Wanted(fixture.today().plusYears(80), null, List.of()))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(PaymentRefusal.NOTHING_TO_ORDER, PaymentRefusal.PAY_DATE_TOO_FAR);
        assertThat(account(bromma).ordered()).isEqualTo(Kronor.ZERO);
    }

    @Test
    void ofManyWhoOrderTheSameRestAtOnceOnlyTheGrantIsOrdered() throws Exception {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        List<Answer<OrderView>> answers =
                atOnce(4, () -> payments.order(CONTROLLER, round, fixture.of(bromma, 60_000)));

        assertThat(answers.stream().filter(answer -> !answer.isRefused())).hasSize(1);
        assertThat(account(bromma).ordered()).isEqualTo(Kronor.of(60_000));
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void ofTwoWhoMarkThePaymentAtOnceOneIsToldThatItIsPaid() throws Exception {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        OrderView order = fixture.order(round, bromma, 60_000);
        List<Answer<OrderView>> answers =
                atOnce(4, () -> payments.pay(CONTROLLER, order.id(), null, paid(fixture.today())));

        assertThat(answers.stream().filter(answer -> !answer.isRefused())).hasSize(1);
        assertThat(answers.stream().flatMap(answer -> answer.refusals().stream()))
                .extracting(Refusal::reason)
                .containsOnly(PaymentRefusal.ALREADY_PAID);
        assertThat(account(bromma).paid()).isEqualTo(Kronor.of(60_000));
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void aPaymentIsMarkedOnceOrCancelledOnceAndSaysWhatWasDone() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        OrderView order = fixture.order(round, bromma, 60_000);
        long payment = order.payments().get(0).id();

        assertThat(payments.pay(
                                CONTROLLER,
                                order.id(),
                                null,
                                new Paid(null, fixture.today().plusDays(1), " "))
                        .refusals())
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("paidOn", PaymentRefusal.PAID_DATE_AHEAD),
                        org.assertj.core.groups.Tuple.tuple("voucher", PaymentRefusal.VOUCHER_MISSING));
        assertThat(reasons(payments.pay(CONTROLLER, order.id(), null, new Paid(null, LocalDate.of(1914, 12, 1), "V1"))))
                .as("a slip of the key, which can't be taken back")
                .containsExactly(PaymentRefusal.PAID_DATE_MISSING);
        assertThat(reasons(payments.cancel(CONTROLLER, order.id(), payment, null, " ")))
                .containsExactly(PaymentRefusal.CANCEL_REASON_MISSING);
        assertThat(reasons(payments.cancel(CONTROLLER, order.id(), payment, 17L, "Fel belopp")))
                .containsExactly(PaymentRefusal.PAYMENT_ORDER_STALE);

        OrderView cancelled = payments.cancel(CONTROLLER, order.id(), payment, order.version(), "Fel belopp")
                .get();
        assertThat(cancelled.payments().get(0).reason()).isEqualTo("Fel belopp");
        assertThat(cancelled.sum()).isEqualTo(Kronor.ZERO);
        assertThat(account(bromma).toOrder()).isEqualTo(Kronor.of(100_000));
        assertThat(reasons(payments.pay(CONTROLLER, order.id(), null, paid(fixture.today()))))
                .containsExactly(PaymentRefusal.PAYMENT_IS_CANCELLED);

        OrderView again = fixture.order(round, bromma, 100_000);
        long other = again.payments().get(0).id();
        assertThat(reasons(
                        payments.pay(CONTROLLER, order.id(), null, new Paid(List.of(other), fixture.today(), "A 1"))))
                .containsExactly(PaymentRefusal.PAYMENT_NOT_IN_ORDER);
        payments.pay(CONTROLLER, again.id(), null, paid(fixture.today())).get();
        assertThat(reasons(payments.cancel(CONTROLLER, again.id(), other, null, "För sent")))
                .containsExactly(PaymentRefusal.ALREADY_PAID);
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void aDecisionIsNotReplacedBelowWhatIsOrdered() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        OrderView order = fixture.order(round, bromma, 60_000);

        assertThat(reasons(replace(round, bromma, 59_999))).containsExactly(DecisionRefusal.BELOW_ORDERED);
        payments.cancel(CONTROLLER, order.id(), order.payments().get(0).id(), null, "Beslutet ändras")
                .get();
        replace(round, bromma, 59_999).get();
        assertThat(reasons(payments.order(CONTROLLER, round, fixture.of(bromma, 60_000))))
                .containsExactly(PaymentRefusal.PAYMENT_ABOVE_LEFT);
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void whateverIsDoneInWhateverOrderTheAccountsSayTheSameAsThePayments() {
        String round = fixture.openRound();
        List<Long> grants = List.of(
                fixture.granted(round, BROMMA, 90_000),
                fixture.granted(round, FARSTA, 50_000),
                fixture.granted(round, SKARHOLMEN, 200_000));
        fixture.book(round);
        List<OrderView> orders = new ArrayList<>();
        Random chance = new Random(20140602);
        for (int step = 0; step < 60; step++) {
            long grant = grants.get(chance.nextInt(grants.size()));
            int what = orders.isEmpty() ? 0 : chance.nextInt(5);
            OrderView order = orders.isEmpty() ? null : orders.get(chance.nextInt(orders.size()));
            switch (what) {
                case 0, 1 -> {
                    Answer<OrderView> made =
                            payments.order(CONTROLLER, round, fixture.of(grant, 1 + chance.nextInt(60_000)));
                    if (!made.isRefused()) {
                        orders.add(made.get());
                    }
                }
                case 2 ->
                    payments.cancel(
                            CONTROLLER, order.id(), order.payments().get(0).id(), null, "Ångrat");
                case 3 -> payments.pay(CONTROLLER, order.id(), null, paid(fixture.today()));
                default -> replace(round, grant, 1 + chance.nextInt(90_000));
            }
            assertThat(fixture.mismatches()).as("step " + step).isZero();
            for (long one : grants) {
                Account account = account(one);
                assertThat(account.paid()).isLessThanOrEqualTo(account.ordered());
                assertThat(account.ordered()).isLessThanOrEqualTo(account.granted());
            }
        }
        assertThat(orders).hasSizeGreaterThan(5);
    }

    @Test
    void onlyTheControllerChangesAnythingAndDistrictsSeeTheirOwnPayments() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        fixture.granted(round, FARSTA, 10_000);
        OrderView order = payments.order(CONTROLLER, round, fixture.all()).get();
        long payment = order.payments().get(0).id();
        for (Actor actor : List.of(DIRECTOR, OFFICER, AUDITOR, officerOf(BROMMA))) {
            assertThat(reasons(payments.order(actor, round, fixture.of(bromma, 1))))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
            assertThat(reasons(payments.pay(actor, order.id(), null, paid(fixture.today()))))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
            assertThat(reasons(payments.cancel(actor, order.id(), payment, null, "Nej")))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
            assertThat(reasons(payments.export(actor, order.id(), null)))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
            assertThat(reasons(bookings.save(actor, round, null, fixture.settings(round))))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
        }
        assertThat(payments.payments(officerOf(BROMMA), round).get())
                .extracting(PaymentView::district)
                .containsExactly(BROMMA);
        assertThat(reasons(payments.find(officerOf(BROMMA), order.id())))
                .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
        for (Role role : List.of(Role.EVALUATOR, Role.ADMINISTRATOR, Role.SECRETARY)) {
            assertThat(reasons(payments.payments(new Actor("x", role, null), round)))
                    .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
        }
    }

    @Test
    void anExportedOrderKeepsItsSettingsAndTakesNoMorePayments() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        OrderView order = fixture.order(round, bromma, 60_000);
        assertThat(reasons(payments.export(CONTROLLER, order.id(), null)))
                .containsExactly(PaymentRefusal.BOOKING_SETTINGS_MISSING);

        OrderView exported = fixture.exported(order);
        assertThat(exported.exportedBy()).isEqualTo("ekonom");
        assertThat(exported.exportedWith().account()).isEqualTo("4561");
        assertThat(reasons(payments.export(CONTROLLER, order.id(), null)))
                .containsExactly(PaymentRefusal.ALREADY_EXPORTED);
        OrderView cancelled = payments.cancel(
                        CONTROLLER, order.id(), order.payments().get(0).id(), null, "Stoppad i ekonomisystemet")
                .get();
        assertThat(cancelled.exported()).hasSize(1);
        assertThatThrownBy(() -> execute("insert into payment (order_id, application_id, kronor, state) values ("
                        + order.id() + ", " + bromma + ", 1, 'ORDERED')"))
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> execute("update payment_order set pay_on = pay_on + 1 where id = " + order.id()))
                .hasMessageContaining("is made");
    }

    @Test
    void inAClosedRoundNothingIsPaid() throws SQLException {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        OrderView order = fixture.order(round, bromma, 60_000);
        execute("update funding_round set state = 'CLOSED' where id = '" + round + "'");

        assertThat(reasons(payments.order(CONTROLLER, round, fixture.of(bromma, 1))))
                .containsExactly(PaymentRefusal.PAYMENTS_NOT_NOW);
        assertThat(reasons(payments.pay(CONTROLLER, order.id(), null, paid(fixture.today()))))
                .containsExactly(PaymentRefusal.PAYMENTS_NOT_NOW);
        assertThat(reasons(bookings.save(CONTROLLER, round, null, fixture.settings(round))))
                .containsExactly(PaymentRefusal.PAYMENTS_NOT_NOW);
        assertThat(reasons(payments.order(CONTROLLER, "ingen", fixture.all())))
                .containsExactly(PaymentRefusal.PAYMENT_ROUND_NOT_FOUND);
    }

    @Test
    void whoWaitsWithTheBookingSettingsWhileTheRoundIsClosedIsToldThatItIs() throws Exception {
        String round = fixture.openRound();
        assertThat(reasons(meanwhile.of(round, () -> bookings.save(CONTROLLER, round, null, fixture.settings(round)))))
                .containsExactly(PaymentRefusal.PAYMENTS_NOT_NOW);
    }

    @Test
    void everyFieldOfTheBookingSettingsIsChecked() {
        String round = fixture.openRound();
        BookingSettings wrong = new BookingSettings(
                "Namn \uD83D\uDE00",
                "212000-0143",
                "M M",
                "456",
                "456",
                7,
                "S IG",
                1000,
                java.util.Map.of(BROMMA, "x y", "atlantis", "1"));
        assertThat(bookings.save(CONTROLLER, round, null, wrong).refusals())
                .extracting(refusal -> refusal.field() + " " + refusal.reason())
                .containsExactlyInAnyOrder(
                        "companyName COMPANY_NAME_UNREADABLE",
                        "organisationNumber ORGANISATION_NUMBER_WRONG",
                        "series VOUCHER_SERIES_MALFORMED",
                        "account LEDGER_ACCOUNT_MALFORMED",
                        "counterpartAccount LEDGER_ACCOUNT_MALFORMED",
                        "counterpartAccount LEDGER_ACCOUNTS_ALIKE",
                        "projectDimension DIMENSION_WRONG",
                        "project OBJECT_MALFORMED",
                        "counterpartDimension DIMENSION_WRONG",
                        "counterparts.bromma OBJECT_MALFORMED",
                        "counterparts COUNTERPART_UNKNOWN");
        assertThat(bookings.save(
                                CONTROLLER,
                                round,
                                null,
                                new BookingSettings(null, null, null, null, null, null, null, null, null))
                        .refusals())
                .hasSize(8);
        BookingService.Kept kept =
                bookings.save(CONTROLLER, round, 0L, fixture.settings(round)).get();
        assertThat(reasons(bookings.save(CONTROLLER, round, 0L, fixture.settings(round))))
                .containsExactly(PaymentRefusal.BOOKING_SETTINGS_STALE);
        assertThat(bookings.save(CONTROLLER, round, kept.version(), fixture.settings(round))
                        .get()
                        .version())
                .isEqualTo(kept.version() + 1);
    }

    private static Paid paid(LocalDate day) {
        return new Paid(null, day, "A 17");
    }

    private Answer<?> replace(String round, long application, long kronor) {
        return decisions.replace(
                DIRECTOR, round, application, null, new Ruling(true, Kronor.of(kronor), null, null, "Ändrat."));
    }

    private Account account(long application) {
        return accounts.of(application).orElseThrow();
    }

    private static List<Reason> reasons(Answer<?> answer) {
        return answer.refusals().stream().map(Refusal::reason).toList();
    }

    private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(java.util.Collections.nCopies(many, work))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
