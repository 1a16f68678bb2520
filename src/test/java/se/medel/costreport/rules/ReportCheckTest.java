package se.medel.costreport.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.medel.costreport.rules.ReportFault.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.application.rules.CostCategory;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

class ReportCheckTest {

    private static CostLine line(int number, String planned, String actual, String deviation) {
        return new CostLine(
                7,
                number,
                CostCategory.STAFF,
                "Lots",
                Kronor.of(planned),
                actual == null ? null : Kronor.of(actual),
                deviation,
                CostLine.Source.TYPED);
    }

    private static ReportContent report(CostLine... lines) {
        return new ReportContent(List.of(lines), false, List.of(), Map.of(), "Sexton deltog.", Map.of());
    }

    private static List<Reason> reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 110000, false",
        "100000, 110000.01, true",
        "100000, 90000, false",
        "100000, 89999.99, true",
        "100000, -1, true",
        "0, 0, false",
        "0, 0.01, true",
        "0.10, 0.11, false",
        "0.10, 0.12, true",
    })
    void aDifferenceOfMoreThanTenPerCentMustBeExplained(String planned, String actual, boolean explained) {
        assertThat(reasons(ReportCheck.toSubmit(report(line(1, planned, actual, null)))))
                .isEqualTo(explained ? List.of(DEVIATION_UNEXPLAINED) : List.of());
        assertThat(ReportCheck.toSubmit(report(line(1, planned, actual, "Lotsen slutade i maj."))))
                .isEmpty();
    }

    @Test
    void everyCostThatThePlanHasNotMustBeExplainedNamedAndOfAKind() {
        CostLine nameless = new CostLine(7, 0, null, null, Kronor.ZERO, Kronor.of(1), null, CostLine.Source.TYPED);

        assertThat(reasons(ReportCheck.toSubmit(report(nameless))))
                .containsExactlyInAnyOrder(COST_TEXT_MISSING, COST_CATEGORY_MISSING, DEVIATION_UNEXPLAINED);
    }

    @Test
    void aLineThatIsNotWrittenIsMissingAndNothingElse() {
        assertThat(ReportCheck.toSubmit(report(line(1, "100", null, null))))
                .extracting(Refusal::reason, Refusal::field)
                .containsExactly(tuple(COST_MISSING, "lines[0].actual"));
    }

    @Test
    void whatCouldNotBeReadIsNotMissingToo() {
        ReportContent content = new ReportContent(
                List.of(line(1, "100", null, null)),
                false,
                List.of(),
                Map.of(),
                "Sexton deltog.",
                Map.of("lines[0].actual", "hundra"));

        assertThat(reasons(ReportCheck.toSubmit(content))).containsExactly(FIGURE_UNREADABLE);
    }

    @Test
    void aPersonalNumberIsRefusedInEveryText() {
        String number = TestNumbers.personal();
        CostLine line = new CostLine(
                7, 0, CostCategory.STAFF, number, Kronor.ZERO, Kronor.of(1), number, CostLine.Source.TYPED);
        ReportContent content = new ReportContent(
                List.of(line),
                true,
                List.of(new OtherIncome(7, number, Kronor.of(1), Set.of())),
                Map.of(),
                number,
                Map.of());

        assertThat(ReportCheck.toKeep(content))
                .allMatch(refusal -> refusal.reason() == FreeText.Fault.PERSONAL_NUMBER)
                .extracting(Refusal::field)
                .containsExactly("lines[0].text", "lines[0].deviation", "otherIncome[0].source", "resultsText");
        assertThat(ReportCheck.toKeep(
                        report(line(1, "1", "1", null)),
                        new Review(List.of(new Review.Line(Kronor.of(1), number)), number)))
                .extracting(Refusal::field)
                .containsExactly("note", "lines[0].reason");
    }

    @Test
    void otherMoneyIsStatedWithSourceAndAmountAndOnLinesThatThereAre() {
        ReportContent content = new ReportContent(
                List.of(line(1, "100", "100", null)),
                true,
                List.of(new OtherIncome(7, " ", Kronor.ZERO, Set.of(1, 2))),
                Map.of(),
                "Sexton deltog.",
                Map.of());

        assertThat(reasons(ReportCheck.toSubmit(content)))
                .containsExactly(OTHER_INCOME_SOURCE_MISSING, OTHER_INCOME_AMOUNT_MISSING, OTHER_INCOME_UNKNOWN_LINE);
    }

    @Test
    void aNoWithMoneyInTheListIsNotBelieved() {
        ReportContent content = new ReportContent(
                List.of(),
                false,
                List.of(new OtherIncome(7, "Arbetsmarknadsförvaltningen", Kronor.of(1), Set.of())),
                Map.of(),
                "Sexton deltog.",
                Map.of());

        assertThat(reasons(ReportCheck.toSubmit(content))).containsExactly(OTHER_INCOME_DENIED);
    }

    @Test
    void nobodyChangesAPlanByReportingOnIt() {
        ReportContent before = report(line(1, "100", null, null), line(2, "50", null, null));

        assertThat(ReportCheck.toFit(before, before, Set.of(7L))).isEmpty();
        for (ReportContent changed : List.of(
                report(line(1, "101", "100", null), line(2, "50", null, null)),
                report(line(1, "100", "100", null)),
                report(line(2, "50", null, null), line(1, "100", null, null)),
                report(line(0, "0", "1", "x"), line(1, "100", null, null), line(2, "50", null, null)),
                report(line(1, "100", null, null), line(2, "50", null, null), line(0, "5", "1", "x")),
                report(line(1, "100", null, null), line(2, "50", null, null), line(3, "5", "1", "x")))) {
            assertThat(reasons(ReportCheck.toFit(before, changed, Set.of(7L))))
                    .as(changed.lines().toString())
                    .containsExactly(LINES_CHANGED);
        }
        ReportContent anothers = before.withLines(List.of(
                before.lines().get(0),
                before.lines().get(1),
                new CostLine(8, 0, CostCategory.STAFF, "x", Kronor.ZERO, Kronor.of(1), "x", CostLine.Source.TYPED)));
        assertThat(reasons(ReportCheck.toFit(before, anothers, Set.of(7L, 8L))))
                .as("a cost on a grant without a plan")
                .containsExactly(LINES_CHANGED);
    }

    @Test
    void anOfficerAdmitsNoMoreThanIsReportedAndSaysWhyLess() {
        ReportContent content = report(line(1, "100", "100.50", null), line(2, "50", "-5", "Kredit"));

        assertThat(ReportCheck.toApprove(content, Review.asReported(content))).isEmpty();
        assertThat(reasons(ReportCheck.toApprove(content, review("100.51", null, "0", null))))
                .containsExactly(ADMITTED_ABOVE_REPORTED);
        assertThat(reasons(ReportCheck.toApprove(content, review("100.49", null, "0", null))))
                .containsExactly(ADMITTED_REASON_MISSING);
        assertThat(ReportCheck.toApprove(content, review("100.49", "Saknar underlag", "0", null)))
                .isEmpty();
        assertThat(reasons(ReportCheck.toApprove(content, review("100.50", null, "-5", "x"))))
                .containsExactly(ADMITTED_NEGATIVE);
        assertThat(reasons(ReportCheck.toApprove(content, Review.NOTHING))).containsExactly(LINES_CHANGED);
    }

    private static Review review(String first, String why, String second, String whyToo) {
        return new Review(
                List.of(new Review.Line(Kronor.of(first), why), new Review.Line(Kronor.of(second), whyToo)), null);
    }

    @Test
    void aReviewThatIsTakenUpAgainFollowsWhatIsReportedNow() {
        Review before = review("100", null, "40", "Tio kronor är privata");
        ReportContent now = report(line(1, "100", "120", null), line(2, "50", "30", null));

        assertThat(before.suggestedFor(now).lines())
                .containsExactly(
                        new Review.Line(Kronor.of(120), null), new Review.Line(Kronor.of(30), "Tio kronor är privata"));
        assertThat(before.suggestedFor(report(line(1, "100", "7", null))).lines())
                .containsExactly(new Review.Line(Kronor.of(7), null));
    }

    @Test
    void aLatePlanComesBeforeTheCostsThatNoPlanHasAndTheirTypedTextFollows() {
        CostLine late =
                new CostLine(9, 1, CostCategory.TRAVEL, "Resor", Kronor.of(5), null, null, CostLine.Source.TYPED);
        ReportContent before = new ReportContent(
                List.of(line(1, "100", null, null), line(0, "0", null, null)),
                null,
                List.of(),
                Map.of(),
                null,
                Map.of("lines[0].actual", "ett", "lines[1].actual", "två"));

        ReportContent after = before.withPlans(List.of(late));

        assertThat(after.lines())
                .containsExactly(before.lines().get(0), late, before.lines().get(1));
        assertThat(after.unreadable()).isEqualTo(Map.of("lines[0].actual", "ett", "lines[2].actual", "två"));
    }

    @Test
    void noCountUnderFiveIsToldAndNoneIsWorkedOutFromASum() {
        Map<String, Long> counted = new HashMap<>(Map.of("came", 12L, "admitted", 5L, "enrolled", 4L));
        counted.put("OutcomeKind.HOUSING", 0L);

        assertThat(Results.told(counted, Map.of()))
                .containsEntry("came", 12L)
                .containsEntry("admitted", 5L)
                .containsEntry("enrolled", null)
                .containsEntry("OutcomeKind.HOUSING", null);
        Map<String, Long> register = new HashMap<>(Map.of("came", 12L));
        register.put("admitted", null);
        assertThat(Results.told(counted, register))
                .as("hidden so that another can't be worked out, and not to be typed back in")
                .containsEntry("came", 12L)
                .containsEntry("admitted", null);
        assertThat(Results.sum(List.of(Results.told(counted, Map.of()), Map.of("came", 8L, "enrolled", 9L))))
                .containsEntry("came", 20L)
                .containsEntry("enrolled", null);
        assertThat(reasons(ReportCheck.toKeep(report().withResults(Map.of("names", 7L, "came", -1L)))))
                .containsExactlyInAnyOrder(RESULT_UNKNOWN, RESULT_NEGATIVE);
    }
}
