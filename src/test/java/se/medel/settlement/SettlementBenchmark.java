package se.medel.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ModelFixture;

/**
 * How settling a round grows with its reports: 1 000 and 10 000 approved ones in one go, in one run, so that the ratio can be
 * read; every third has something to pay back. Not a test of speed: it fails only for what is wrong.
 *
 * <p>Run with {@code ./mvnw test -Dtest=SettlementBenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SettlementBenchmark {

    @Inject
    Session database;

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementService settlements;

    @Test
    void compareASmallRoundWithALargeOne() {
        settle(200);
        Figures small = settle(1_000);
        Figures large = settle(10_000);
        System.out.printf("%n%-28s %10s %10s %10s%n", "settling in one go", "1 000", "10 000", "ratio");
        line("seconds", small.seconds(), large.seconds());
        line("statements per report", small.statements(), large.statements());
        line("again, nothing new, s", small.again(), large.again());
        line("the page's list, s", small.list(), large.list());
    }

    private record Figures(double seconds, double statements, double again, double list) {}

    private static void line(String name, double small, double large) {
        System.out.printf("%-28s %10.2f %10.2f %10.2f%n", name, small, large, large / small);
    }

    private Figures settle(int reports) {
        String round = rounds.openRound(ModelFixture.model2014());
        fill(round, reports);
        Statistics statistics = database.getSessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        double seconds = time(() -> assertThat(
                        settlements.settleRound(OFFICER, round, false).get().settled())
                .hasSize(reports));
        double statements = (double) statistics.getPrepareStatementCount() / reports;
        statistics.setStatisticsEnabled(false);
        double again = time(() -> settlements.settleRound(OFFICER, round, false).get());
        double list = time(() -> assertThat(settlements.ofRound(OFFICER, round)).hasSize(reports));
        assertThat(count("select count(*) from settlement where round_id = '" + round + "'"))
                .isEqualTo(reports);
        assertThat(count("select count(*) from repayment where round_id = '" + round + "'"))
                .isEqualTo((reports + 2) / 3);
        assertThat(count("select count(*) from account_mismatch where round_id = '" + round + "'"))
                .isZero();
        return new Figures(seconds, statements, again, list);
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        QuarkusTransaction.joiningExisting().timeout(600).run(work);
        return (System.nanoTime() - start) / 1e9;
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> database.createNativeQuery(query, Long.class)
                .getSingleResult());
    }

    /** So many districts, each with one grant of 100 000 kr that is paid, and an approved report of 20 lines. */
    private void fill(String round, int reports) {
        System.out.printf("Filling a round with %,d reports%n", reports);
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            // The guards stand in the way of filling, and are tested elsewhere.
            sql("set local session_replication_role = replica");
            sql("insert into district (slug, name, committee_name, administration_name, valid_from)"
                    + " select 'bm-' || translate(n::text, '0123456789', 'abcdefghij'), 'Bm ' || n, 'Bm ' || n || ' stadsdelsnämnd', 'Bm ' || n || ' förvaltning',"
                    + " date '2000-01-01' from generate_series(1, " + reports + ") n on conflict do nothing");
            sql("insert into grant_account (application_id, round_id, district, component, granted, ordered, paid)"
                    + " select base + n, '" + round
                    + "', 'bm-' || translate(n::text, '0123456789', 'abcdefghij'), 'CO_FINANCING', 100000, 100000, 100000"
                    + " from (select coalesce(max(application_id), 0) + 1000000 as base from grant_account) b,"
                    + " generate_series(1, " + reports + ") n");
            sql(
                    "insert into decision (round_id, number, application_id, model_id, outcome, asked_kronor, granted_kronor,"
                            + " granted_clients, reasons, facts, prepared_by, decided_by, decided_at) select round_id,"
                            + " row_number() over (), application_id, (select min(id) from allocation_model where round_id = '"
                            + round
                            + "'), 'GRANTED', 100000, 100000, 0, 'bm', '{}', 'bm', 'chef', now() from grant_account"
                            + " where round_id = '" + round + "'");
            sql(
                    "insert into ledger_entry (round_id, district, component, kind, kronor, clients, decision_id, booked_at,"
                            + " booked_by) select d.round_id, a.district, a.component, 'COMMITMENT', 100000, 0, d.id, now(), 'bm'"
                            + " from decision d join grant_account a using (application_id) where d.round_id = '"
                            + round + "'");
            sql("insert into payment_order (round_id, number, pay_on, made_by, made_at) values ('" + round
                    + "', 1, date '2014-06-01', 'bm', now())");
            sql("insert into payment (order_id, application_id, kronor, state, paid_on, marked_by, marked_at)"
                    + " select (select id from payment_order where round_id = '" + round + "'), application_id, 100000,"
                    + " 'PAID', date '2014-06-01', 'bm', now() from grant_account where round_id = '" + round + "'");
            sql("insert into money_entry (application_id, kind, kronor, reference, booked_at, booked_by) select"
                    + " application_id, kind, 100000, 'payment/bm', now(), 'bm' from grant_account,"
                    + " (values ('ORDERED'), ('PAID')) k (kind) where round_id = '" + round + "'");
            sql("insert into cost_report (round_id, district, state, due_on, opened_at, content, review, submitted_by,"
                    + " submitted_at, signed_by, signed_at, receipt, approved_by, approved_at) select round_id, district,"
                    + " 'APPROVED', date '2015-01-31', now(), json_build_object('lines', (select json_agg(json_build_object("
                    + "'applicationId', application_id, 'line', l, 'category', 'STAFF', 'text', 'Rad', 'planned', 5000,"
                    + " 'actual', 5000, 'source', 'TYPED')) from generate_series(1, 20) l), 'otherIncomeStated', false)::text,"
                    + " json_build_object('lines', (select json_agg(json_build_object('admitted', case when"
                    + " n % 3 = 1 then 4000.50 else 5000 end + 0 * l)) from"
                    + " generate_series(1, 20) l))::text, 'bm', now(), 'bm', now(), 'bm-' || application_id, 'bm', now()"
                    + " from (select *, row_number() over (order by application_id) as n from grant_account"
                    + " where round_id = '" + round + "') granted");
            sql("update funding_round set state = 'REPORTING' where id = '" + round + "'");
        });
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            for (String table :
                    new String[] {"grant_account", "cost_report", "settlement", "repayment", "money_entry"}) {
                sql("analyze " + table);
            }
        });
    }

    private void sql(String statement) {
        database.createNativeMutationQuery(statement).executeUpdate();
    }
}
