package se.medel.overview;

import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.database.TestDatabase;
import se.medel.district.DistrictView;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component.AgeBand;
import se.medel.round.rules.Component.ClientCap;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.storage.StoredJson;
import se.medel.web.Visitor;

/**
 * How the round's page and the matrix hold with many districts and years: the same pages with 14 districts and one year, 300
 * districts and one year, and 300 districts and twelve years, in one run, so that their ratios can be read. Not a test: nothing
 * here fails for being slow.
 *
 * <p>Run with {@code ./mvnw test -Dtest=YearsBenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class YearsBenchmark {

    private static final int SMALL_YEAR = 2029;
    private static final int YEAR = 2030;
    private static final int YEARS = 12;
    private static final int DISTRICTS = 300;
    private static final int ROUNDS = 15;

    @Inject
    Session database;

    @Inject
    RoundService rounds;

    /** What one page took. @param statements to the database, for one page */
    private record Measured(double millis, long statements, int bytes) {}

    @Test
    void compareFewDistrictsAndOneYearWithManyDistrictsAndYears() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        Visitor district = Visitor.loggedInAs("bromma");
        round(SMALL_YEAR);
        Map<String, Measured> small = measure(officer, district, SMALL_YEAR);
        moreDistricts();
        round(YEAR);
        Map<String, Measured> many = measure(officer, district, YEAR);
        for (int year = YEAR + 1; year < YEAR + YEARS; year++) {
            round(year);
            close(year);
        }
        sql("analyze");
        Map<String, Measured> years = measure(officer, district, YEAR);

        System.out.printf("%n%-28s %19s %19s %24s%n", "", "14 districts", "300 districts", "300 districts, 12 years");
        System.out.printf(
                "%-28s %9s %9s %9s %9s %9s %9s %12s %7s%n",
                "median", "ms", "queries", "ms", "queries", "ms", "queries", "of one year", "kB");
        small.keySet()
                .forEach(name -> System.out.printf(
                        "%-28s %9.1f %9d %9.1f %9d %9.1f %9d %12.2f %7d%n",
                        name,
                        small.get(name).millis(),
                        small.get(name).statements(),
                        many.get(name).millis(),
                        many.get(name).statements(),
                        years.get(name).millis(),
                        years.get(name).statements(),
                        years.get(name).millis() / many.get(name).millis(),
                        years.get(name).bytes() / 1024));
    }

    private Map<String, Measured> measure(Visitor officer, Visitor district, int year) {
        Map<String, Measured> measured = new LinkedHashMap<>();
        measured.put("round's page, officer", measure(officer, "/rounds/" + id(year)));
        measured.put("round's page, district", measure(district, "/rounds/" + id(year)));
        measured.put("matrix of a year", measure(officer, "/funding?year=" + year));
        measured.put("matrix as a file", measure(officer, "/funding/file.csv?year=" + year));
        measured.put("matrix, one district", measure(officer, "/funding/bromma?year=" + year));
        measured.put("control of the reports", measure(officer, "/rounds/" + id(year) + "/control"));
        measured.put("start page, officer", measure(officer, "/"));
        return measured;
    }

    private Measured measure(Visitor visitor, String path) {
        Statistics statistics = database.getSessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        double[] times = new double[ROUNDS];
        int bytes = 0;
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            statistics.clear();
            long start = System.nanoTime();
            bytes = visitor.get(path).statusCode(200).extract().asByteArray().length;
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        long statements = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        Arrays.sort(times);
        return new Measured(times[ROUNDS / 2], statements, bytes);
    }

    private static String id(int year) {
        return "years-" + year;
    }

    private void moreDistricts() {
        sql("insert into district (slug, name, committee_name, administration_name, valid_from)"
                + " select 'many-' || translate(number::text, '0123456789', 'abcdefghij'), 'Stadsdel ' || number, 'Nämnd',"
                + " 'Förvaltning', date '" + YEAR + "-01-01' from generate_series(15, " + DISTRICTS + ") number");
    }

    /** A reported round of the year in which each district has a grant, a claim and a signed report. */
    private void round(int year) {
        String id = id(year);
        RoundService.NewRound wanted =
                new RoundService.NewRound(id, "Prov", "Prov " + year, year, "1/" + year, LocalDate.of(year, 10, 31));
        List<String> slugs = rounds
                .districtsOf(new se.medel.round.RoundView(
                        id, "Prov", "Prov", year, se.medel.round.RoundState.DRAFT, "1", LocalDate.of(year, 10, 31), 0))
                .stream()
                .map(DistrictView::slug)
                .toList();
        rounds.create(OFFICER, wanted, model(slugs)).get();
        rounds.propose(OFFICER, id).get();
        rounds.registerCommitteeDecision(SECRETARY, id, LocalDate.of(2014, 2, 13), "§ 9")
                .get();
        rounds.open(OFFICER, id).get();
        for (String component : List.of("CO_FINANCING", "CLIENT_COMPENSATION")) {
            boolean claim = component.startsWith("CLIENT");
            sql("insert into application (round_id, district, component, state, content, asked_kronor, clients_asked,"
                    + " started_by, started_at, submitted_by, submitted_at, receipt)"
                    + " select '" + id + "', slug, '" + component + "', 'GRANTED', '"
                    + StoredJson.write(claim ? ApplicationContent.EMPTY : content()) + "', 150000, "
                    + (claim ? 10 : 0) + ", slug, now(), slug, now(), 'B" + year + component.charAt(1) + "' || slug"
                    + " from unnest(string_to_array('" + String.join(" ", slugs) + "', ' ')) slug");
        }
        sql("insert into decision (round_id, number, application_id, model_id, outcome, asked_kronor, granted_kronor,"
                + " granted_clients, reasons, facts, prepared_by, decided_by, decided_at)"
                + " select round_id, row_number() over (order by id), id,"
                + " (select id from allocation_model model where model.round_id = application.round_id), 'GRANTED', 150000,"
                + " 150000, clients_asked, 'Planen är tydlig.', '{}', 'handlaggare', 'chef', now()"
                + " from application where round_id = '" + id + "'");
        sql("insert into ledger_entry (round_id, district, component, kind, kronor, clients, decision_id, booked_at,"
                + " booked_by) select decided.round_id, district, component, 'COMMITMENT', 150000, clients_asked, decided.id,"
                + " now(), 'chef' from decision decided join application on application.id = decided.application_id"
                + " where decided.round_id = '" + id + "'");
        sql("update funding_round set state = 'REPORTING' where id = '" + id + "'");
        sql(
                "insert into cost_report (round_id, district, state, due_on, opened_at, content, submitted_by, submitted_at,"
                        + " signed_by, signed_at, receipt) select round_id, district, 'SUBMITTED', '" + (year + 1)
                        + "-01-31', now(),"
                        + " replace('" + StoredJson.write(reported())
                        + "', '\"applicationId\":0', '\"applicationId\":' || id),"
                        + " district, now(), district, now(), 'R" + year
                        + "' || district from application where round_id = '" + id
                        + "' and component = 'CO_FINANCING'");
    }

    private void close(int year) {
        sql("update funding_round set state = 'CLOSED' where id = '" + id(year) + "'");
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(statement).executeUpdate());
    }

    private static AllocationModel model(List<String> slugs) {
        Basis basis = new Basis("M2", "the committee's text");
        Kronor much = Kronor.of(999_999_999);
        return new AllocationModel(
                List.of(
                        new CoFinancing(basis, slugs, Kronor.of(200_000), basis, true),
                        new ClientCompensation(
                                basis,
                                Kronor.of(15_000),
                                new ClientCap(basis, 100_000),
                                List.of(),
                                new AgeBand(basis, 19, 29),
                                null)),
                new Ceiling(basis, much));
    }

    private static ApplicationContent content() {
        ApplicationContent plain = RoundFixture.anyContent(150_000);
        List<PlanLine> plan = new ArrayList<>();
        IntStream.rangeClosed(1, 8)
                .forEach(line -> plan.add(new PlanLine(CostCategory.STAFF, Kronor.of(20_000), "Rad " + line)));
        return ApplicationContent.ofFunding(
                plan,
                plain.amount(),
                List.of(
                        new OtherFunding("Arbetsmarknad", Kronor.of(10_000), OtherFunding.Status.GRANTED, Set.of(1, 2)),
                        new OtherFunding("Ytterstad", Kronor.of(5_000), OtherFunding.Status.APPLIED, Set.of())));
    }

    private static ReportContent reported() {
        List<CostLine> lines = new ArrayList<>();
        IntStream.rangeClosed(1, 8)
                .forEach(line -> lines.add(new CostLine(
                        0,
                        line,
                        CostCategory.STAFF,
                        "Rad " + line,
                        Kronor.of(20_000),
                        Kronor.of("19512.50"),
                        "Som förklarat",
                        CostLine.Source.LEDGER)));
        return new ReportContent(
                lines,
                true,
                List.of(new OtherIncome(0, "Arbetsmarknad", Kronor.of(10_000), Set.of(1, 2))),
                Map.of("clients", 10L),
                "Som planerat.",
                Map.of());
    }
}
