package se.medel.costreport.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.costreport.rules.CostLine.Source;
import se.medel.money.Kronor;

class LedgerFiguresTest {

    private static final long GRANT = 7;

    private static CostLine line(int number, CostCategory category, String actual, Source source) {
        return new CostLine(
                GRANT,
                number,
                category,
                "Rad " + number,
                Kronor.of(100),
                actual == null ? null : Kronor.of(actual),
                null,
                source);
    }

    private static ReportContent content(CostLine... lines) {
        return new ReportContent(List.of(lines), null, List.of(), Map.of(), null, Map.of());
    }

    private static ReportContent written(ReportContent content, boolean replaces, Map<CostCategory, Kronor> taken) {
        LedgerFigures figures = new LedgerFigures(content, GRANT, taken);
        return figures.written(figures.figures(figures.proposedDivision()), replaces, category -> "Ny " + category);
    }

    @Test
    void aCategoryGoesToItsOnlyLineAndOneThatThePlanHasNotBecomesACostOutsideIt() {
        ReportContent now = written(
                content(line(1, CostCategory.STAFF, null, Source.TYPED)),
                false,
                Map.of(CostCategory.STAFF, Kronor.of("90.50"), CostCategory.TRAVEL, Kronor.of(5)));
        assertThat(now.lines()).extracting(CostLine::actual).containsExactly(Kronor.of("90.50"), Kronor.of(5));
        assertThat(now.lines()).extracting(CostLine::inPlan).containsExactly(true, false);
        assertThat(now.lines()).allMatch(line -> line.source() == Source.LEDGER);
    }

    @Test
    void ofSeveralLinesTheFirstIsProposedAndACategoryThatTheLedgerHasNotCostNothing() {
        ReportContent now = written(
                content(
                        line(1, CostCategory.STAFF, null, Source.TYPED),
                        line(2, CostCategory.STAFF, null, Source.TYPED),
                        line(3, CostCategory.TRAINING, null, Source.TYPED)),
                false,
                Map.of(CostCategory.STAFF, Kronor.of(80)));
        assertThat(now.lines()).extracting(CostLine::actual).containsExactly(Kronor.of(80), Kronor.ZERO, Kronor.ZERO);
    }

    @Test
    void typedFiguresAreKeptUnlessTheyAreToBeReplaced() {
        ReportContent before = content(line(1, CostCategory.STAFF, "55", Source.TYPED));
        assertThat(new LedgerFigures(before, GRANT, Map.of(CostCategory.STAFF, Kronor.of(80))).typed())
                .hasSize(1);
        assertThat(written(before, false, Map.of(CostCategory.STAFF, Kronor.of(80)))
                        .lines())
                .extracting(CostLine::actual)
                .containsExactly(Kronor.of(55));
        assertThat(written(before, true, Map.of(CostCategory.STAFF, Kronor.of(80)))
                        .lines())
                .extracting(CostLine::actual)
                .containsExactly(Kronor.of(80));
    }

    @Test
    void anotherImportReplacesTheEarlierOneWithoutTouchingWhatWasTypedBeside() {
        ReportContent first = written(
                content(
                        line(1, CostCategory.STAFF, null, Source.TYPED),
                        line(0, CostCategory.OTHER, "9", Source.TYPED)),
                false,
                Map.of(CostCategory.STAFF, Kronor.of(80), CostCategory.TRAVEL, Kronor.of(5)));
        ReportContent second = written(first, false, Map.of(CostCategory.STAFF, Kronor.of(70)));
        assertThat(second.lines()).extracting(CostLine::actual).containsExactly(Kronor.of(70), Kronor.of(9));
    }

    @Test
    void whatCouldNotBeReadFollowsItsLineAndIsGoneWhereTheLedgerGivesTheFigure() {
        ReportContent before = new ReportContent(
                List.of(
                        line(0, CostCategory.TRAVEL, "5", Source.LEDGER),
                        line(1, CostCategory.STAFF, null, Source.TYPED),
                        line(0, CostCategory.OTHER, null, Source.TYPED)),
                null,
                List.of(),
                Map.of(),
                null,
                Map.of("lines[1].actual", "åtti", "lines[2].actual", "nio"));
        ReportContent now = written(before, false, Map.of(CostCategory.STAFF, Kronor.of(80)));
        assertThat(now.unreadable()).isEqualTo(Map.of("lines[1].actual", "nio"));
    }

    @Test
    void aChangedPlanKeepsWhatIsWrittenOnItsLinesAndAddsItsNewOnes() {
        ReportContent before = content(
                line(1, CostCategory.STAFF, "55", Source.TYPED), line(0, CostCategory.OTHER, "9", Source.TYPED));
        ReportContent now = before.withPlan(
                GRANT,
                List.of(
                        new PlanLine(CostCategory.TRAVEL, Kronor.ZERO, "Resor"),
                        new PlanLine(CostCategory.PREMISES, Kronor.of(40), "Lokal")));
        assertThat(now.lines()).extracting(CostLine::line).containsExactly(1, 2, 0);
        assertThat(now.lines()).extracting(CostLine::text).containsExactly("Resor", "Lokal", "Rad 0");
        assertThat(now.lines().get(0).actual()).isEqualTo(Kronor.of(55));
    }
}
