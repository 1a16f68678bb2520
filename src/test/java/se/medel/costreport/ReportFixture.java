package se.medel.costreport;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.model2014;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.medel.application.ApplicationView;
import se.medel.claim.ClaimFixture;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportContent;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;

/** Rounds whose year is over, with what was granted in them. */
@ApplicationScoped
public class ReportFixture {

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture claims;

    @Inject
    RoundService states;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    public String openRound() {
        return rounds.openRound(model2014());
    }

    /** A plan of one line: {@code amount} and one krona, of which the krona is the district's own. */
    public ApplicationView granted(String round, String district, long amount) {
        ApplicationView application = rounds.prepared(round, district, ComponentKind.CO_FINANCING, amount);
        decisions
                .decide(DIRECTOR, round, application.id(), null, AS_RECOMMENDED)
                .get();
        return application;
    }

    public ApplicationView compensated(String round, String district, int clients) {
        ApplicationView claim = claims.prepared(round, district, ClaimFixture.anyClients(clients), clients);
        decisions.decide(DIRECTOR, round, claim.id(), null, AS_RECOMMENDED).get();
        return claim;
    }

    public void startReporting(String round) {
        states.startReporting(OFFICER, round).get();
    }

    /** The report of a district that was granted 200 000 kr in a round of its own. */
    public CostReportView due(String district) {
        String round = openRound();
        granted(round, district, 200_000);
        startReporting(round);
        return reports.of(round, district).orElseThrow();
    }

    /** A complete report in which every line cost what was planned. */
    public static ReportContent asPlanned(ReportContent content) {
        List<CostLine> lines = new ArrayList<>();
        content.lines().forEach(line -> lines.add(line.withActual(line.planned(), CostLine.Source.TYPED)));
        return new ReportContent(lines, false, List.of(), Map.of(), "Sexton personer fick stöd.", Map.of());
    }

    public static ReportContent costing(ReportContent content, long kronor, String deviation) {
        CostLine line = content.lines().get(0);
        return asPlanned(content)
                .withLines(List.of(new CostLine(
                        line.applicationId(),
                        line.line(),
                        line.category(),
                        line.text(),
                        line.planned(),
                        Kronor.of(kronor),
                        deviation,
                        CostLine.Source.TYPED)));
    }

    /** Written as planned and signed. */
    public CostReportView submitted(CostReportView due) {
        CostReportView written = reports.save(
                        RoundFixture.officerOf(due.district()), due.id(), due.version(), asPlanned(due.content()))
                .get();
        return reports.submit(RoundFixture.directorOf(due.district()), due.id(), written.version())
                .get();
    }
}
