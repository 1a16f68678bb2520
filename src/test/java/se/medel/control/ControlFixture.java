package se.medel.control;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.officerOf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.medel.application.ApplicationView;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;

/** Rounds that are reported, each test with a round of its own. */
@ApplicationScoped
public class ControlFixture {

    /** What every district here is granted; its plan is one krona more. */
    public static final long GRANTED = 100_000;

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    /** The id of a round that is reported, in which each of these districts has a report to write. */
    public String reporting(String... districts) {
        String round = fixture.openRound(ModelFixture.model2014());
        for (String district : districts) {
            ApplicationView application = fixture.prepared(round, district, ComponentKind.CO_FINANCING, GRANTED);
            decisions
                    .decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED)
                    .get();
        }
        rounds.startReporting(OFFICER, round).get();
        return round;
    }

    public CostReportView report(String round, String district) {
        return reports.of(round, district).orElseThrow();
    }

    /** A signed report that followed its plan by the ledger, so that nothing in it stands out. */
    public CostReportView plain(String round, String district) {
        return submitted(round, district, "99512.50", CostLine.Source.LEDGER, List.of());
    }

    public CostReportView submitted(
            String round, String district, String actual, CostLine.Source source, List<OtherIncome> others) {
        CostReportView open = report(round, district);
        List<CostLine> lines = open.content().lines().stream()
                .map(line -> new CostLine(
                        line.applicationId(),
                        line.line(),
                        line.category(),
                        line.text(),
                        line.planned(),
                        Kronor.of(actual),
                        "Som förklarat",
                        source))
                .toList();
        CostReportView saved = reports.save(
                        officerOf(district),
                        open.id(),
                        open.version(),
                        new ReportContent(lines, !others.isEmpty(), others, Map.of(), "Som planerat.", Map.of()))
                .get();
        return reports.submit(directorOf(district), saved.id(), saved.version()).get();
    }
}
