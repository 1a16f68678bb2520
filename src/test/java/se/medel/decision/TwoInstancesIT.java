package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.RoundFixture.allMet;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.OTHERS;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;
import static se.medel.round.rules.ModelFixture.SPANGA_TENSTA;
import static se.medel.round.rules.ModelFixture.model2014;
import static se.medel.round.rules.ModelFixture.withCeiling;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.storage.StoredJson;

/** Two packaged instances on one database, sixteen deciders at each: the caps come out exact and no grant is lost. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoInstancesIT {

    private static final int DECIDERS_EACH = 16;

    private static Instance first;
    private static Instance second;

    @Inject
    RoundFixture fixture;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void bothRun() throws Exception {
        if (first == null) {
            first = Instance.start();
        }
        if (second == null) {
            second = Instance.start();
        }
        first.awaitReady();
        second.awaitReady();
    }

    @AfterAll
    static void stop() {
        for (Instance instance : new Instance[] {first, second}) {
            if (instance != null) {
                instance.close();
            }
        }
        first = null;
        second = null;
    }

    @Test
    void theLastRoomUnderTheCeilingIsSharedExactly() throws Exception {
        String round = fixture.openRound(withCeiling(1_300_000));
        List<Long> applications = new ArrayList<>();
        for (String district : OTHERS) {
            applications.add(
                    fixture.prepared(round, district, CO_FINANCING, 200_000).id());
        }
        // Six times 200 000 fit; the room for half a grant stays.
        assertThat(granted(decideAll(round, applications), "M5")).isEqualTo(6);
        assertConsistent(round, 1_200_000, 0, 6);
    }

    @Test
    void theLastRoomInTheJointProjectsPoolIsSharedExactly() throws Exception {
        String round = fixture.openRound(model2014());
        List<Long> applications = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            applications.add(claim(round, i % 2 == 0 ? RINKEBY_KISTA : SPANGA_TENSTA, 3));
        }
        // 21 × 3 clients are 63 of 65; two are left, which isn't enough for three.
        assertThat(granted(decideAll(round, applications), "M4b")).isEqualTo(21);
        assertConsistent(round, 21 * 3 * 15_000, 63, 21);
    }

    @Test
    void theLastRoomForClientsInTheRoundIsSharedExactly() throws Exception {
        String round = fixture.openRound(model2014());
        List<Long> applications = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            applications.add(claim(round, OTHERS.get(i % OTHERS.size()), 5));
        }
        assertThat(granted(decideAll(round, applications), "M4a")).isEqualTo(24);
        assertConsistent(round, 120 * 15_000, 120, 24);
    }

    @Test
    void theRoomOfOneDistrictIsTakenOnceHoweverManyDecideAndReplace() throws Exception {
        String round = fixture.openRound(model2014());
        long application =
                fixture.prepared(round, BROMMA, CO_FINANCING, 200_000).id();
        List<Callable<HttpResponse<String>>> deciders = new ArrayList<>();
        for (int i = 0; i < DECIDERS_EACH; i++) {
            String key = round + "-" + i;
            deciders.add(() -> first.decide(round, application, "a" + key));
            deciders.add(() -> second.decide(round, application, "b" + key));
        }
        assertThat(run(deciders).stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertConsistent(round, 200_000, 0, 1);

        // M2 is full: replacing it by ever other amounts must neither lose nor double it.
        List<Callable<HttpResponse<String>>> replacers = new ArrayList<>();
        for (int i = 0; i < DECIDERS_EACH; i++) {
            long amount = 200_000 - i;
            String key = round + "-r" + i;
            replacers.add(() -> first.replace(round, application, "a" + key, amount));
            replacers.add(() -> second.replace(round, application, "b" + key, amount));
        }
        assertThat(run(replacers))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(number("select count(*) from decision where round_id = ?", round))
                .isEqualTo(33);
        assertThat(number("select sum(kronor) from ledger_entry where round_id = ?", round))
                .isEqualTo(number(
                        "select granted_kronor from decision where round_id = ? order by number desc limit 1", round));
        assertThat(number("select count(*) from ledger_mismatch where round_id = ?", round))
                .isZero();
    }

    @Test
    void theSameKeyGivesTheSameAnswerFromBothInstances() throws Exception {
        String round = fixture.openRound(model2014());
        long application =
                fixture.prepared(round, FARSTA, CO_FINANCING, 100_000).id();
        List<Callable<HttpResponse<String>>> deciders = new ArrayList<>();
        for (int i = 0; i < DECIDERS_EACH; i++) {
            deciders.add(() -> first.decide(round, application, round));
            deciders.add(() -> second.decide(round, application, round));
        }
        List<HttpResponse<String>> answers = run(deciders);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertConsistent(round, 100_000, 0, 1);
    }

    @Test
    void nothingIsHalfDoneWhenAnInstanceIsKilledInTheMiddle() throws Exception {
        String round = fixture.openRound(model2014());
        List<Long> applications = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            applications.add(claim(round, i % 2 == 0 ? SKARHOLMEN : FARSTA, 2));
        }
        AtomicInteger done = new AtomicInteger();
        List<Callable<Integer>> deciders = new ArrayList<>();
        for (int i = 0; i < applications.size(); i++) {
            long application = applications.get(i);
            Instance instance = i % 2 == 0 ? first : second;
            deciders.add(() -> {
                try {
                    int status = instance.decide(round, application, round + "-" + application)
                            .statusCode();
                    if (done.incrementAndGet() == 10) {
                        second.kill();
                    }
                    return status;
                } catch (IOException killed) {
                    return 0;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(2 * DECIDERS_EACH);
        try {
            for (Future<Integer> status : threads.invokeAll(deciders)) {
                assertThat(status.get()).isIn(0, 201, 409);
            }
        } finally {
            threads.shutdownNow();
        }
        second.close();
        second = null;
        assertThat(number("select count(*) from ledger_mismatch where round_id = ?", round))
                .isZero();
        // Whoever got no answer asks again with the same key, at the instance that lives: 60 × 2 clients fit.
        int granted = 0;
        for (long application : applications) {
            granted +=
                    first.decide(round, application, round + "-" + application).statusCode() == 201 ? 1 : 0;
        }
        assertThat(granted).isEqualTo(60);
        assertConsistent(round, 120 * 15_000, 120, 60);
    }

    /** Every application is decided at both instances at once. */
    private static List<HttpResponse<String>> decideAll(String round, List<Long> applications) throws Exception {
        List<Callable<HttpResponse<String>>> deciders = new ArrayList<>();
        for (long application : applications) {
            deciders.add(() -> first.decide(round, application, "a-" + application));
            deciders.add(() -> second.decide(round, application, "b-" + application));
        }
        return run(deciders);
    }

    private static <T> List<T> run(List<Callable<T>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2 * DECIDERS_EACH);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(all)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts the grants; every other answer must be the cap's no, or that the other instance was first. */
    private static long granted(List<HttpResponse<String>> answers, String rule) {
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(answer.body()).containsAnyOf("\"rule\":\"" + rule + "\"", "/problems/already-decided");
            }
        }
        return answers.stream().filter(answer -> answer.statusCode() == 201).count();
    }

    private void assertConsistent(String round, long kronor, long clients, int grants) throws SQLException {
        assertThat(number("select coalesce(sum(kronor), 0) from ledger_entry where round_id = ?", round))
                .isEqualTo(kronor);
        assertThat(number("select coalesce(sum(clients), 0) from ledger_entry where round_id = ?", round))
                .isEqualTo(clients);
        assertThat(number("select count(*) from decision where round_id = ?", round))
                .isEqualTo(grants);
        assertThat(number("select max(number) from decision where round_id = ?", round))
                .isEqualTo(grants);
        assertThat(number("select count(*) from application where round_id = ? and state = 'GRANTED'", round))
                .isEqualTo(grants);
        assertThat(number("select count(*) from ledger_mismatch where round_id = ?", round))
                .isZero();
    }

    /** A prepared claim for clients. Claims get pages of their own later; their decisions are made by the same code. */
    private long claim(String round, String district, long clients) throws SQLException {
        long id = number(
                "insert into application (round_id, district, component, state, content, asked_kronor, clients_asked,"
                        + " started_by, started_at, submitted_by, submitted_at, receipt) values (?, '" + district
                        + "', 'CLIENT_COMPENSATION', 'PREPARED', '{}', " + clients * 15_000 + ", " + clients
                        + ", 'x', now(), 'x', now(), gen_random_uuid()::text) returning id",
                round);
        number(
                "insert into preparation (application_id, judgements, recommends_grant, recommended_kronor,"
                        + " recommended_clients, reasons, prepared_by, prepared_at) values (" + id + ", ?, true, "
                        + clients * 15_000 + ", " + clients + ", 'Prov', 'handlaggare', now()) returning 1",
                StoredJson.write(allMet()));
        return id;
    }

    private long number(String query, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setString(1, parameter);
            try (ResultSet rows = sql.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
