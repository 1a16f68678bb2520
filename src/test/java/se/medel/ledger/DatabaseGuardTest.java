package se.medel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ComponentKind.FIXED_GRANT;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.OTHERS;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;
import static se.medel.round.rules.ModelFixture.SPANGA_TENSTA;
import static se.medel.round.rules.ModelFixture.model;
import static se.medel.round.rules.ModelFixture.model2014;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.application.ApplicationView;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionService.Ruling;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;

/** What the database refuses by itself, whatever program or hand comes with it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseGuardTest {

    @Inject
    AgroalDataSource database;

    @Inject
    RoundFixture fixture;

    @Inject
    DecisionService decisions;

    @Test
    void noEntryCanBreakACap() throws SQLException {
        String round = fixture.openRound(model(900_000, 200_000, 15_000, 20, 12, true));
        long decision = decided(round, BROMMA, 100_000);
        // M2: 100 000 of 200 000 are taken.
        refuses(entry(round, BROMMA, "CO_FINANCING", 100_001, 0, decision), "cap_not_exceeded");
        // M1: Bromma is not named; Rinkeby-Kista is, with 600 000.
        refuses(entry(round, BROMMA, "FIXED_GRANT", 1, 0, decision), "cap_not_exceeded");
        refuses(entry(round, RINKEBY_KISTA, "FIXED_GRANT", 600_001, 0, decision), "cap_not_exceeded");
        // M2 is for the other districts.
        refuses(entry(round, SPANGA_TENSTA, "CO_FINANCING", 1, 0, decision), "cap_not_exceeded");
        // M4b: 12 for the joint project; M4a: 20 for all.
        refuses(entry(round, RINKEBY_KISTA, "CLIENT_COMPENSATION", 13 * 15_000, 13, decision), "cap_not_exceeded");
        refuses(entry(round, FARSTA, "CLIENT_COMPENSATION", 21 * 15_000, 21, decision), "cap_not_exceeded");
        // M5: 800 000 are left, which 600 000 + 200 001 break.
        long fixed = decided(round, RINKEBY_KISTA, 600_000);
        assertThat(fixed).isPositive();
        long last = refusedDecision(round, SKARHOLMEN);
        refuses(entry(round, SKARHOLMEN, "CO_FINANCING", 200_000 + 1, 0, last), "cap_not_exceeded");
        assertThat(count("select count(*) from ledger_mismatch")).isZero();
    }

    @Test
    void aReleaseCanNotTakeBackMoreThanWasPromised() throws SQLException {
        String round = fixture.openRound(model2014());
        long decision = decided(round, BROMMA, 100_000);
        refuses(release(round, BROMMA, -100_001, decision), "cap_not_negative");
    }

    @Test
    void withoutAnApprovedModelNothingCanBeCommitted() throws SQLException {
        String round = fixture.openRound(model2014());
        long decision = decided(round, BROMMA, 100_000);
        execute("insert into funding_round values ('utan-modell-" + decision
                + "', 'p', 'n', 2014, 'DRAFT', 'd', '2014-01-01', 0)");
        refuses(entry("utan-modell-" + decision, BROMMA, "CO_FINANCING", 1, 0, decision), "no approved model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set kronor = 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "truncate decision cascade",
                "truncate document",
                "truncate audit_event",
                "truncate allocation_model cascade",
                "update decision set granted_kronor = 1",
                "delete from decision",
                "update audit_event set username = 'x'",
                "delete from audit_event",
                "update allocation_model set model = '{}' where state = 'APPROVED'",
                "delete from allocation_model where state = 'APPROVED'",
            })
    void whatIsMadeIsNeverChanged(String statement) {
        decided(fixture.openRound(model2014()), BROMMA, 100_000);
        refuses(statement, "append-only|never changed");
    }

    @Test
    void nobodyDecidesAloneAndNothingIsDecidedTwice() throws SQLException {
        String round = fixture.openRound(model2014());
        long decision = decided(round, BROMMA, 100_000);
        String copy = "insert into decision (round_id, number, application_id, model_id, outcome, asked_kronor,"
                + " granted_kronor, reasons, facts, prepared_by, decided_by, decided_at, replaces) select round_id,"
                + " %s, application_id, model_id, outcome, asked_kronor, granted_kronor, reasons, facts, %s, decided_by,"
                + " decided_at, %s from decision where id = " + decision;
        refuses(String.format(copy, "2", "decided_by", decision), "decision_four_eyes");
        refuses(String.format(copy, "2", "prepared_by", "null"), "decision_once");
        refuses(String.format(copy, "1", "prepared_by", decision), "decision_round_id_number_key");
    }

    @Test
    void capsHoldAlsoForEntriesThatComeAllAtOnceAndPastTheProgram() throws Exception {
        String round = fixture.openRound(model(3_000_000, 200_000, 15_000, 30, 10, true));
        // M2: ten times 20 000 fit; M4b: ten clients; M4a: thirty clients in all.
        assertThat(succeeding(owners(round), owner -> entry(round, BROMMA, "CO_FINANCING", 20_000, 0, owner)))
                .isEqualTo(10);
        assertThat(succeeding(
                        owners(round), owner -> entry(round, RINKEBY_KISTA, "CLIENT_COMPENSATION", 15_000, 1, owner)))
                .isEqualTo(10);
        assertThat(succeeding(owners(round), owner -> entry(round, FARSTA, "CLIENT_COMPENSATION", 15_000, 1, owner)))
                .isEqualTo(20);
        assertThat(count("select count(*) from ledger_mismatch")).isZero();
    }

    @Test
    void theBalancesAreTheSumOfTheLedgerAfterAnyHistory() throws SQLException {
        String round = fixture.openRound(model2014());
        Random random = new Random(2014);
        List<ApplicationView> decided = new ArrayList<>();
        for (String district : OTHERS) {
            ApplicationView application = fixture.prepared(round, district, CO_FINANCING, 1 + random.nextInt(200_000));
            decisions
                    .decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED)
                    .get();
            decided.add(application);
        }
        for (int i = 0; i < 20; i++) {
            ApplicationView application = decided.get(random.nextInt(decided.size()));
            boolean grants = random.nextInt(3) > 0;
            decisions
                    .replace(
                            DIRECTOR,
                            round,
                            application.id(),
                            null,
                            grants
                                    ? new Ruling(
                                            true,
                                            Kronor.of(1
                                                    + random.nextInt((int)
                                                            application.asked().toWholeKronor())),
                                            null,
                                            null,
                                            "Ändrat")
                                    : new Ruling(false, null, null, "C1a", "Ändrat"))
                    .get();
        }
        assertThat(count("select count(*) from ledger_mismatch")).isZero();
        assertThat(count("select sum(kronor) from ledger_entry where round_id = '" + round + "'"))
                .isEqualTo(count("select kronor from cap_balance where rule = 'M5' and round_id = '" + round + "'"));
    }

    /** Decisions to book 32 entries on; a decision has one entry of each kind. */
    private List<Long> owners(String round) {
        List<Long> owners = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            owners.add(refusedDecision(round, SKARHOLMEN));
        }
        return owners;
    }

    private int succeeding(List<Long> owners, java.util.function.Function<Long, String> statement) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            owners.forEach(owner -> all.add(() -> {
                try {
                    execute(statement.apply(owner));
                    return true;
                } catch (SQLException refused) {
                    assertThat(refused.getMessage()).contains("cap_not_exceeded");
                    return false;
                }
            }));
            int succeeded = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                succeeded += one.get() ? 1 : 0;
            }
            return succeeded;
        } finally {
            threads.shutdownNow();
        }
    }

    private long decided(String round, String district, long amount) {
        ApplicationView application =
                fixture.prepared(round, district, district.equals(RINKEBY_KISTA) ? FIXED_GRANT : CO_FINANCING, amount);
        return decisions
                .decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED)
                .get()
                .id();
    }

    /** A decision that commits nothing, so that an entry can be tried on it. */
    private long refusedDecision(String round, String district) {
        ApplicationView application = fixture.prepared(round, district, CO_FINANCING, 1);
        return decisions
                .decide(DIRECTOR, round, application.id(), null, new Ruling(false, null, null, "C1a", "Prov"))
                .get()
                .id();
    }

    private static String entry(
            String round, String district, String component, long kronor, long clients, long decision) {
        return "insert into ledger_entry (round_id, district, component, kind, kronor, clients, decision_id, booked_at,"
                + " booked_by) values ('" + round + "', '" + district + "', '" + component + "', 'COMMITMENT', "
                + kronor
                + ", " + clients + ", " + decision + ", now(), 'x')";
    }

    private static String release(String round, String district, long kronor, long decision) {
        return "insert into ledger_entry (round_id, district, component, kind, kronor, clients, decision_id, booked_at,"
                + " booked_by) values ('" + round + "', '" + district + "', 'CO_FINANCING', 'RELEASE', " + kronor
                + ", 0, " + decision + ", now(), 'x')";
    }

    private void refuses(String statement, String why) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .message()
                .containsPattern(why);
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
