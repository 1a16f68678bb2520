package se.medel.settlement;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.Review;
import se.medel.decision.DecisionService;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Rounds at their year's end, with grants that are paid and accounted for. It stops the clock; the test starts it again. */
@ApplicationScoped
public class YearEndFixture {

    static final Actor CONTROLLER = new Actor("ekonom", Role.CONTROLLER, null);
    static final LocalDate GRANTED_ON = LocalDate.of(2014, 5, 20);
    static final LocalDate REVIEWED_ON = LocalDate.of(2015, 2, 10);

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    @Inject
    SettlementService settlements;

    @Inject
    RepaymentService repayments;

    @Inject
    Accounts accounts;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    String open() {
        clock.stopAt(GRANTED_ON);
        return fixture.openRound(ModelFixture.model2014());
    }

    /** Co-financing that is granted, and of which so much is paid. */
    long granted(String round, String district, long granted, long paid) {
        long application = fixture.prepared(round, district, ComponentKind.CO_FINANCING, granted)
                .id();
        decisions.decide(DIRECTOR, round, application, null, AS_RECOMMENDED).get();
        if (paid > 0) {
            pay(round, application, paid);
        }
        return application;
    }

    void report(String round) {
        rounds.startReporting(OFFICER, round).get();
        clock.stopAt(REVIEWED_ON);
    }

    void pay(String round, long application, long kronor) {
        order(round, application, kronor, true);
    }

    void order(String round, long application, long kronor, boolean paid) {
        QuarkusTransaction.requiringNew().run(() -> {
            long order = database.createNativeQuery(
                            "insert into payment_order (round_id, number, pay_on, made_by, made_at) select :round,"
                                    + " coalesce(max(number), 0) + 1, date '2014-06-01', 'ekonom', now() from payment_order"
                                    + " where round_id = :round returning id",
                            Long.class)
                    .setParameter("round", round)
                    .getSingleResult();
            database.createNativeMutationQuery(
                            "insert into payment (order_id, application_id, kronor, state, voucher, paid_on, marked_by,"
                                    + " marked_at) values (:order, :application, :kronor, :state, 'A1', case when :paid then"
                                    + " date '2014-06-01' end, 'ekonom', now())")
                    .setParameter("order", order)
                    .setParameter("application", application)
                    .setParameter("kronor", kronor)
                    .setParameter("state", paid ? "PAID" : "ORDERED")
                    .setParameter("paid", paid)
                    .executeUpdate();
            accounts.book(application, Movement.ORDERED, Kronor.of(kronor), "payment/" + order, "ekonom");
            if (paid) {
                accounts.book(application, Movement.PAID, Kronor.of(kronor), "payment/" + order, "ekonom");
            }
        });
    }

    /** A report in which every line of the district cost so much, handed in. */
    CostReportView submitted(String round, String district, String cost) {
        CostReportView report = reports.of(round, district).orElseThrow();
        List<CostLine> lines = report.content().lines().stream()
                .map(line -> new CostLine(
                        line.applicationId(),
                        line.line(),
                        line.category(),
                        line.text(),
                        line.planned(),
                        Kronor.of(cost),
                        "Lotsen slutade i oktober.",
                        CostLine.Source.TYPED))
                .toList();
        CostReportView saved = reports.save(
                        RoundFixture.officerOf(district),
                        report.id(),
                        report.version(),
                        new ReportContent(lines, false, List.of(), Map.of(), "Åtta deltog.", Map.of()))
                .get();
        return reports.submit(RoundFixture.directorOf(district), saved.id(), saved.version())
                .get();
    }

    Answer<CostReportView> approve(CostReportView report) {
        return reports.approve(OFFICER, report.id(), report.version(), Review.asReported(report.content()));
    }

    void approved(String round, String district, String cost) {
        approve(submitted(round, district, cost)).get();
    }

    /** An approved report is sent back, and comes again with another cost. */
    void corrected(String round, String district, String cost) {
        CostReportView report = reports.of(round, district).orElseThrow();
        reports.giveBack(
                        OFFICER,
                        report.id(),
                        report.version(),
                        "Rätta hyran.",
                        LocalDate.now(clock).plusDays(20))
                .get();
        approved(round, district, cost);
    }

    SettlementService.Grant grant(String round, String district) {
        return settlements.ofDistrict(OFFICER, round, district).get().get(0);
    }

    Account account(String round, String district) {
        return grant(round, district).account();
    }

    /** The newest repayment of the district's only grant. */
    RepaymentView repayment(String round, String district) {
        List<RepaymentView> all = grant(round, district).repayments();
        return all.get(all.size() - 1);
    }

    /** 200 000 kr granted and paid, 150 000,50 kr used: 49 999 kr flagged. */
    RepaymentView flagged(String round, String district) {
        granted(round, district, 200_000, 200_000);
        report(round);
        approved(round, district, "150000.50");
        return repayment(round, district);
    }

    RepaymentView heard(RepaymentView flagged) {
        return repayments
                .hear(OFFICER, flagged.id(), null, LocalDate.now(clock).plusDays(21))
                .get();
    }

    RepaymentView replied(RepaymentView heard) {
        return repayments
                .reply(RoundFixture.officerOf(heard.district()), heard.id(), null, "Beloppet stämmer.")
                .get();
    }

    RepaymentView decided(RepaymentView flagged, long kronor) {
        return repayments
                .decide(
                        DIRECTOR,
                        replied(heard(flagged)).id(),
                        null,
                        Kronor.of(kronor),
                        "Medlen har inte använts enligt planen.")
                .get();
    }

    long mismatches(String round) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select count(*) from account_mismatch where round_id = :round", Long.class)
                .setParameter("round", round)
                .getSingleResult());
    }
}
