package se.medel.costreport.rules;

import static se.medel.costreport.rules.ReportFault.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;

/** What stands in the way of a report or of a review, each at its field. */
public final class ReportCheck {

    /** The longest name of a line or a source. */
    public static final int LONGEST_NAME = 200;

    /** So many costs that no plan has, and so many sources of other money, can be written. */
    public static final int MOST_ROWS = 200;

    /** No line of a report costs more; far more than any round. */
    private static final Kronor MOST = Kronor.of(999_999_999_999L);

    private ReportCheck() {}

    /** What can't be kept even in a draft: texts that are too long or seem to hold a personal number, sums beyond reason. */
    public static List<Refusal> toKeep(ReportContent content) {
        List<Refusal> faults = new ArrayList<>();
        for (int i = 0; i < content.lines().size(); i++) {
            CostLine line = content.lines().get(i);
            FreeText.check(faults, field(i, "text"), line.text(), LONGEST_NAME);
            FreeText.check(faults, field(i, "deviation"), line.deviation());
            if (line.actual() != null
                    && (line.actual().isMoreThan(MOST) || line.actual().isLessThan(Kronor.ZERO.minus(MOST)))) {
                faults.add(Refusal.of(COST_TOO_LARGE).at(field(i, "actual")));
            }
        }
        for (int i = 0; i < content.otherIncome().size(); i++) {
            OtherIncome income = content.otherIncome().get(i);
            FreeText.check(faults, income(i, "source"), income.source(), LONGEST_NAME);
            if (income.amount() != null && income.amount().isMoreThan(MOST)) {
                faults.add(Refusal.of(COST_TOO_LARGE).at(income(i, "amount")));
            }
        }
        FreeText.check(faults, "resultsText", content.resultsText());
        content.results().forEach((name, count) -> {
            if (!Results.NAMES.contains(name)) {
                faults.add(Refusal.of(RESULT_UNKNOWN).at("results"));
            } else if (count != null && count < 0) {
                faults.add(Refusal.of(RESULT_NEGATIVE).at("results." + name));
            }
        });
        if (content.offPlan().size() > MOST_ROWS) {
            faults.add(Refusal.of(TOO_MANY_COSTS, MOST_ROWS).at("lines"));
        }
        if (content.otherIncome().size() > MOST_ROWS) {
            faults.add(Refusal.of(TOO_MANY_COSTS, MOST_ROWS).at("otherIncome"));
        }
        return faults;
    }

    /**
     * Whether what is written is about the district's grants and about their plans as they were decided: nobody changes a plan
     * by reporting on it.
     *
     * @param grants all the district's grants in the round
     */
    public static List<Refusal> toFit(ReportContent before, ReportContent content, Set<Long> grants) {
        boolean samePlan = plan(before).equals(plan(content))
                && content.lines().subList(0, content.planned().size()).equals(content.planned());
        Set<Long> planned =
                before.planned().stream().map(CostLine::applicationId).collect(Collectors.toSet());
        boolean own = content.offPlan().stream()
                        .allMatch(line -> planned.contains(line.applicationId()) && Kronor.ZERO.equals(line.planned()))
                && content.otherIncome().stream().allMatch(income -> grants.contains(income.applicationId()));
        return samePlan && own ? List.of() : List.of(Refusal.of(LINES_CHANGED));
    }

    private static List<CostLine> plan(ReportContent content) {
        return content.planned().stream()
                .map(line -> new CostLine(
                        line.applicationId(),
                        line.line(),
                        line.category(),
                        line.text(),
                        line.planned(),
                        null,
                        null,
                        null))
                .toList();
    }

    /** What is missing before the district's director can sign. */
    public static List<Refusal> toSubmit(ReportContent content) {
        List<Refusal> faults = new ArrayList<>(toKeep(content));
        content.unreadable()
                .keySet()
                .forEach(field -> faults.add(Refusal.of(FIGURE_UNREADABLE).at(field)));
        for (int i = 0; i < content.lines().size(); i++) {
            check(faults, i, content.lines().get(i), content);
        }
        checkOtherIncome(faults, content);
        if (isBlank(content.resultsText())) {
            faults.add(Refusal.of(RESULTS_MISSING).at("resultsText").by("C3"));
        }
        return faults;
    }

    /** What can't be kept even of a review that isn't done. */
    public static List<Refusal> toKeep(ReportContent content, Review review) {
        List<Refusal> faults = new ArrayList<>();
        if (review.lines().size() != content.lines().size()) {
            faults.add(Refusal.of(LINES_CHANGED));
        }
        FreeText.check(faults, "note", review.note());
        for (int i = 0; i < review.lines().size(); i++) {
            FreeText.check(faults, field(i, "reason"), review.lines().get(i).reason());
        }
        return faults;
    }

    /** What is wrong in a review that is to approve the report. */
    public static List<Refusal> toApprove(ReportContent content, Review review) {
        List<Refusal> faults = new ArrayList<>(toKeep(content, review));
        if (review.lines().size() != content.lines().size()) {
            return faults;
        }
        for (int i = 0; i < review.lines().size(); i++) {
            Review.Line line = review.lines().get(i);
            Kronor reported = Review.reported(content.lines().get(i));
            if (line.admitted() == null) {
                faults.add(Refusal.of(ADMITTED_MISSING).at(field(i, "admitted")));
            } else if (line.admitted().isNegative()) {
                faults.add(Refusal.of(ADMITTED_NEGATIVE).at(field(i, "admitted")));
            } else if (line.admitted().isMoreThan(reported)) {
                faults.add(Refusal.of(ADMITTED_ABOVE_REPORTED, reported).at(field(i, "admitted")));
            } else if (line.admitted().isLessThan(reported) && isBlank(line.reason())) {
                faults.add(Refusal.of(ADMITTED_REASON_MISSING).at(field(i, "reason")));
            }
        }
        return faults;
    }

    private static void check(List<Refusal> faults, int i, CostLine line, ReportContent content) {
        String actual = field(i, "actual");
        if (line.actual() == null && !content.unreadable().containsKey(actual)) {
            faults.add(Refusal.of(COST_MISSING).at(actual).by("Y3"));
        }
        if (!line.inPlan() && isBlank(line.text())) {
            faults.add(Refusal.of(COST_TEXT_MISSING).at(field(i, "text")));
        }
        if (!line.inPlan() && line.category() == null) {
            faults.add(Refusal.of(COST_CATEGORY_MISSING).at(field(i, "category")));
        }
        if (line.mustBeExplained() && line.actual() != null && isBlank(line.deviation())) {
            faults.add(Refusal.of(DEVIATION_UNEXPLAINED, line.difference())
                    .at(field(i, "deviation"))
                    .by("Y3"));
        }
    }

    private static void checkOtherIncome(List<Refusal> faults, ReportContent content) {
        if (content.otherIncomeStated() == null) {
            faults.add(
                    Refusal.of(OTHER_INCOME_NOT_STATED).at("otherIncomeStated").by("K3"));
        } else if (content.otherIncomeStated() && content.otherIncome().isEmpty()) {
            faults.add(Refusal.of(OTHER_INCOME_MISSING).at("otherIncome").by("K3"));
        }
        if (Boolean.FALSE.equals(content.otherIncomeStated())
                && !content.otherIncome().isEmpty()) {
            faults.add(Refusal.of(OTHER_INCOME_DENIED).at("otherIncomeStated").by("K3"));
        }
        for (int i = 0; i < content.otherIncome().size(); i++) {
            OtherIncome income = content.otherIncome().get(i);
            if (isBlank(income.source())) {
                faults.add(Refusal.of(OTHER_INCOME_SOURCE_MISSING).at(income(i, "source")));
            }
            boolean unreadable = content.unreadable().containsKey(income(i, "amount"));
            if (!unreadable && (income.amount() == null || !income.amount().isPositive())) {
                faults.add(Refusal.of(OTHER_INCOME_AMOUNT_MISSING).at(income(i, "amount")));
            }
            boolean known = income.lines().stream().allMatch(number -> content.lines().stream()
                    .anyMatch(line -> line.applicationId() == income.applicationId() && line.line() == number));
            if (!known) {
                faults.add(Refusal.of(OTHER_INCOME_UNKNOWN_LINE).at(income(i, "lines")));
            }
        }
    }

    private static String field(int line, String name) {
        return "lines[" + line + "]." + name;
    }

    private static String income(int index, String name) {
        return "otherIncome[" + index + "]." + name;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
