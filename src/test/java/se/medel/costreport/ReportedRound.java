package se.medel.costreport;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.directorOf;
import static se.medel.round.RoundFixture.recommending;
import static se.medel.round.rules.ModelFixture.model2014;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.List;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;

/** A granted plan with two lines of staff and one of training, and the ledger that it is reported by. */
@ApplicationScoped
public class ReportedRound {

    private static final Charset CP437 = Charset.forName("IBM437");

    private static final List<PlanLine> PLAN = List.of(
            new PlanLine(CostCategory.STAFF, Kronor.of(60_000), "Lots"),
            new PlanLine(CostCategory.STAFF, Kronor.of(30_000), "Samordnare"),
            new PlanLine(CostCategory.TRAINING, Kronor.of(10_001), "Handledning"));

    @Inject
    RoundFixture fixture;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    /** A round in which the district's plan is granted; open still. */
    public ApplicationView granted(String district) {
        return granted(fixture.openRound(model2014()), district);
    }

    public ApplicationView granted(String round, String district) {
        ApplicationContent any = RoundFixture.anyContent(100_000);
        ApplicationView draft = fixture.draft(
                round,
                district,
                ComponentKind.CO_FINANCING,
                new ApplicationContent(
                        PLAN,
                        any.totalCost(),
                        any.ownPart(),
                        any.amount(),
                        any.estimatedClients(),
                        any.newClients(),
                        any.ownFinancing(),
                        any.ownFinancingAmount(),
                        any.budgetLine(),
                        any.mapping(),
                        any.coordination(),
                        any.cooperation(),
                        any.partners(),
                        any.takesPartInLearning(),
                        any.reportsResults(),
                        any.otherFundingStated(),
                        any.otherFunding(),
                        any.unreadable()));
        applications
                .submit(directorOf(district), draft.id(), draft.version(), null)
                .get();
        preparations.prepare(OFFICER, draft.id(), null, recommending(100_000)).get();
        decisions.decide(DIRECTOR, round, draft.id(), null, AS_RECOMMENDED).get();
        return applications.find(OFFICER, draft.id()).get();
    }

    /** The district's report, which has just opened. */
    public CostReportView reported(ApplicationView granted) {
        rounds.startReporting(OFFICER, granted.roundId()).get();
        return reports.of(granted.roundId(), granted.district()).orElseThrow();
    }

    /** A ledger of the year with the city's number. Project SIG14 has 70 000,50 kr of wages, 9 000 of courses and 1 200 of travel. */
    public static String ledger() {
        return """
                #FLAGGA 0
                #PROGRAM "Påhittad ekonomi" 3.1
                #FORMAT PC8
                #GEN 20150112 "Åsa"
                #SIETYP 4
                #ORGNR 212000-0142
                #FNAMN "Skarpnäcks stadsdelsnämnd"
                #RAR 0 20140101 20141231
                #DIM 6 "Projekt"
                #OBJEKT 6 "SIG14" "Sociala insatsgrupper"
                #OBJEKT 6 "ANNAT" "Något annat"
                #OBJEKT 7 "A17" "Anna Andersson"
                #KONTO 5011 "Månadslön"
                #KONTO 9999 "Okänt konto"
                #VER A 1 20140312 "Lön"
                {
                #TRANS 5011 {6 "SIG14" 7 "A17"} 70000.50
                #TRANS 1940 {} -70000.50
                }
                #VER A 2 20140401 "Kurs"
                {
                #TRANS 5811 {6 "SIG14"} 9000.00
                #TRANS 7011 {6 "SIG14"} 1200.00
                #TRANS 9999 {6 "SIG14"} 300.00
                #TRANS 1940 {} -10500.00
                }
                #VER A 3 20140501 "Annat"
                {
                #TRANS 5011 {6 "ANNAT"} 500.00
                #TRANS 1940 {} -500.00
                }
                #VER A 4 20140601 "Skev"
                {
                #TRANS 5011 {6 "SIG14"} 77.00
                #TRANS 1940 {} -70.00
                }
                """;
    }

    public static byte[] bytes(String ledger) {
        return ledger.getBytes(CP437);
    }
}
