package se.medel.participant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationService;
import se.medel.application.ClaimUploadService;
import se.medel.claim.file.ClaimFile;
import se.medel.claim.rules.ClaimedClient;
import se.medel.database.TestDatabase;
import se.medel.followup.FollowUpService;
import se.medel.participant.rules.State;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * How the register's pages hold with ten years of history: the same calls on a register of 1 000 participants and on one of
 * 100 000, in one run, so that their ratio can be read. Not a test: nothing here fails for being slow.
 *
 * <p>Run with {@code ./mvnw test -Dtest=RegisterBenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterBenchmark {

    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int ROUNDS = 41;
    private static final FollowUpService.Wanted YEAR = new FollowUpService.Wanted("2014", null, null);
    private static final Actor EVALUATOR = new Actor("utvarderare", Role.EVALUATOR, null);
    private static final Actor WORKER = RoundFixture.officerOf("sodermalm");

    @Inject
    Session database;

    @Inject
    DataSource source;

    @Inject
    RegisterService register;

    @Inject
    ApplicationService applications;

    @Inject
    RoundFixture rounds;

    @Inject
    FollowUpService followUp;

    @Inject
    ClaimUploadService uploads;

    private interface Call {
        Object of(String group);
    }

    @Test
    void compareASmallRegisterWithALargeOne() {
        String round = rounds.openRound(ModelFixture.model2014());
        long claim = applications
                .start(WORKER, round, ComponentKind.CLIENT_COMPENSATION)
                .get()
                .id();
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "group's page",
                group -> List.of(
                        register.overview(WORKER, group).get(),
                        register.list(WORKER, group, RegisterService.Filter.ALL, 0)
                                .get()));
        calls.put("admitted, second page", group -> register.list(
                        WORKER, group, new RegisterService.Filter(State.ADMITTED, null, false), 40)
                .get());
        calls.put(
                "waiting list", group -> register.waitingList(WORKER, group, 0).get());
        calls.put("as on a day", group -> register.asOn(WORKER, group, LocalDate.of(2012, 5, 5), null, 0)
                .get());
        calls.put(
                "claim check, 100 rows",
                group -> applications.judgeRows(WORKER, claim, claimed(group)).get());

        fill("of 100", SMALL, 100);
        Map<String, Double> small = measure(calls, ROUNDS);
        fill("of 100", LARGE, 100);
        Map<String, Double> large = measure(calls, ROUNDS);
        fill("of 1/14", SMALL, SMALL / 14);
        Map<String, Double> smallFew = measure(calls, ROUNDS);
        fill("of 1/14", LARGE, LARGE / 14);
        Map<String, Double> largeFew = measure(calls, ROUNDS);

        System.out.printf("%n%-24s %34s %34s%n", "median, ms", "groups of 100 participants", "14 groups, however many");
        System.out.printf(
                "%-24s %10s %12s %10s %10s %12s %10s%n", "", "1 000", "100 000", "ratio", "1 000", "100 000", "ratio");
        calls.keySet()
                .forEach(name -> System.out.printf(
                        "%-24s %10.2f %12.2f %10.2f %10.2f %12.2f %10.2f%n",
                        name,
                        small.get(name),
                        large.get(name),
                        large.get(name) / small.get(name),
                        smallFew.get(name),
                        largeFew.get(name),
                        largeFew.get(name) / smallFew.get(name)));

        System.out.printf("%n%-34s %10s%n", "figures of everything, 14 groups", "median, ms");
        Map<String, Call> figures = new LinkedHashMap<>();
        figures.put("100 000, for the administration", group -> followUp.ofAll(RoundFixture.OFFICER, YEAR)
                .get());
        figures.put("100 000, for the evaluator", group -> followUp.ofAll(EVALUATOR, YEAR)
                .get());
        measure(figures, 5).forEach((name, median) -> System.out.printf("%-34s %10.0f%n", name, median));
        uploads(claim);
    }

    private void uploads(long claim) {
        System.out.printf("%n%-12s %12s %12s %16s%n", "upload", "read, ms", "kept, ms", "live while read");
        for (int rows : new int[] {1_000, 10_000}) {
            Path file = claimFile(rows);
            long[] most = {0};
            int[] seen = {0};
            long before = live();
            ClaimFile.read(file, "klienter.csv", line -> {
                        if (++seen[0] % 500 == 0) {
                            most[0] = Math.max(most[0], live() - before);
                        }
                    })
                    .get();
            Map<String, Call> calls = new LinkedHashMap<>();
            calls.put("read", group -> ClaimFile.read(file, "klienter.csv", line -> {})
                    .get());
            calls.put("kept", group -> uploads.upload(WORKER, claim, file, "klienter.csv")
                    .get());
            Map<String, Double> medians = measure(calls, 5);
            System.out.printf(
                    "%,-12d %12.0f %12.0f %13d kB%n", rows, medians.get("read"), medians.get("kept"), most[0] / 1024);
        }
    }

    /** What is in use once nothing unused is. */
    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Path claimFile(int rows) {
        try {
            Path file = Files.createTempFile("claims", ".csv");
            file.toFile().deleteOnExit();
            StringBuilder text = new StringBuilder("Kod;Födelseår;Inskriven;Ej aktuell;Intygat av\n");
            for (int i = 1; i <= rows; i++) {
                text.append("BM-").append(i).append(";1992;2014-03-03;ja;Enhetschef\n");
            }
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClaimedClient> claimed(String group) {
        List<ClaimedClient> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            clients.add(
                    new ClaimedClient("BM-" + (i * 7 + 1), 1992, LocalDate.of(2014, 3, 3), null, true, "Enhetschef"));
        }
        return clients;
    }

    private static Map<String, Double> measure(Map<String, Call> calls, int rounds) {
        Map<String, Double> medians = new LinkedHashMap<>();
        calls.forEach((name, call) -> {
            double[] times = new double[rounds];
            for (int i = -rounds; i < rounds; i++) {
                long start = System.nanoTime();
                call.of("bm-1");
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(times);
            medians.put(name, times[rounds / 2]);
        });
        return medians;
    }

    /** Puts so many participants, with ten years of history each, in place of those before. */
    private void fill(String kind, int participants, int perGroup) {
        System.out.printf("Filling a register of %,d, groups %s%n", participants, kind);
        int groups = Math.max(1, participants / perGroup);
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            // The guards stand in the way of filling and emptying, and are tested elsewhere.
            sql("set local session_replication_role = replica");
            sql("delete from claim_upload_row");
            sql("delete from participant_entry where group_slug like 'bm-%'");
            sql("delete from standing where group_slug like 'bm-%'");
            sql("delete from group_count where group_slug like 'bm-%'");
            sql("delete from enrolment where group_slug like 'bm-%'");
            sql("delete from income_support where group_slug like 'bm-%'");
            sql("delete from participant where group_slug like 'bm-%'");
            sql("delete from guide where group_slug like 'bm-%'");
            sql("delete from group_limits where group_slug like 'bm-%'");
            sql("delete from group_area where group_slug like 'bm-%'");
            sql("delete from group_district where group_slug like 'bm-%'");
            sql("delete from intervention_group where slug like 'bm-%'");
            sql("insert into intervention_group (slug, name, code_prefix, fewest_letters, most_letters, most_digits)"
                    + " select 'bm-' || g, 'Grupp ' || g, 'BM', 2, 3, 6 from generate_series(1, " + groups + ") g");
            // One group is the district's own; the others belong to the rest of the city.
            sql("insert into group_district select 'bm-' || g, case when g = 1 then 'sodermalm' else (array['farsta',"
                    + " 'bromma', 'alvsjo', 'skarpnack'])[1 + g % 4] end from generate_series(1, " + groups + ") g");
            sql("insert into group_area select group_slug, 'Hela', district, date '2005-01-01' from group_district"
                    + " where group_slug like 'bm-%'");
            sql(
                    "insert into group_limits (group_slug, valid_from, places_per_guide, most_with_support, youngest, oldest,"
                            + " review_days, set_by, set_at) select slug, date '2005-01-01', 10, 40, 19, 29, 90, 'bm', now()"
                            + " from intervention_group where slug like 'bm-%'");
            sql("insert into guide (group_slug, code, works_from) select slug, 'L' || n, date '2005-01-01'"
                    + " from intervention_group, generate_series(1, 5) n where slug like 'bm-%'");
            sql("insert into participant (id, group_slug, code, client_key, birth_year, home_district, area, referral,"
                    + " came_on, state, state_since, waiting_since, guide, with_support, assessed_on, consented_on,"
                    + " evaluation_consent, activities, plan_reviewed_on)"
                    + " select 10000000 + p, 'bm-' || (1 + p % " + groups + "), 'BM-' || p, 'BM' || p, 1985 + p % 10,"
                    + " 'sodermalm', 'Hela', 'POLICE', date '2005-01-01' + p % 3600,"
                    // In every group a tenth waits, a fifth is admitted, and the rest have left.
                    + " (array['WAITING', 'ADMITTED', 'ADMITTED', 'RESTING', 'DISCHARGED', 'DISCHARGED', 'DISCHARGED',"
                    + " 'DISCHARGED', 'DISCHARGED', 'DISCHARGED'])[1 + (p / " + groups + ") % 10],"
                    + " date '2005-01-01' + p % 3600, case when (p / " + groups
                    + ") % 10 = 0 then date '2014-06-01' + p % 90 end,"
                    + " case when (p / " + groups + ") % 10 in (1, 2, 3) then 'L' || (1 + p % 5) end, p % 2 = 0,"
                    + " date '2005-01-01' + p % 3600, date '2005-01-01' + p % 3600, true, 1, date '2014-05-05'"
                    + " from generate_series(1, " + participants + ") p");
            sql(
                    "insert into participant_entry (participant_id, group_slug, kind, day, value, recorded_by, recorded_at)"
                            + " select id, group_slug, (array['INTEREST', 'LIVES_IN', 'ASSESSED', 'CONSENTED', 'ADMITTED',"
                            + " 'ACTIVITY_STARTED', 'PLAN_REVIEWED', 'OUTCOME', 'PLAN_REVIEWED', 'RESTING', 'ADMITTED',"
                            + " 'PLAN_REVIEWED', 'DISCHARGED', 'WAITING', 'ADMITTED', 'PLAN_REVIEWED', 'OUTCOME', 'PLAN_REVIEWED',"
                            + " 'PLAN_REVIEWED', 'DISCHARGED'])[n], came_on + n * 150, (array['POLICE', 'Hela', 'AGE', 'POLICE', 'L1',"
                            + " 'WORK', null, 'TEAM_JOB', null, 'STABLE', 'L1', null, 'INACTIVE', null, 'L1', null, 'STUDIES', null,"
                            + " null, 'MOVED'])[n], 'bm', now() from participant, generate_series(1, 20) n where group_slug like 'bm-%'");
            sql(
                    "insert into enrolment select id, group_slug, came_on + 750, came_on + 1950, 'INACTIVE', area, home_district"
                            + " from participant"
                            + " where group_slug like 'bm-%'");
            sql(
                    "insert into enrolment select id, group_slug, came_on + 2250, came_on + 3000, 'MOVED', area, home_district"
                            + " from participant"
                            + " where group_slug like 'bm-%'");
            sql("insert into income_support select id, group_slug, came_on + 750, came_on + 1200 from participant"
                    + " where group_slug like 'bm-%' and with_support");
            // What the guards' fellows keep.
            sql(
                    "update enrolment kept set nth = found.nth, days_before = found.days_before, next_starts = found.next_starts"
                            + " from enrolment_in_order found where found.participant_id = kept.participant_id"
                            + " and found.starts = kept.starts and kept.group_slug like 'bm-%'");
            sql("insert into standing select * from standing_as_written where group_slug like 'bm-%'");
            sql("insert into group_count select * from group_count_as_is where group_slug like 'bm-%'");
        });
        tidy();
    }

    /** As the server by itself would have long since, had the ten years gone by. */
    private void tidy() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "participant",
                    "participant_entry",
                    "enrolment",
                    "income_support",
                    "guide",
                    "standing",
                    "group_count")) {
                statement.execute("vacuum analyze " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) {
        database.createNativeMutationQuery(statement).executeUpdate();
    }
}
