package se.medel.planchange.rules;

import static se.medel.planchange.rules.PlanChangeFault.*;

import java.util.ArrayList;
import java.util.List;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.PlanLine;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;

/** What stands in the way of a changed plan, each at its field. Its sum may be another; the grant doesn't follow it. */
public final class PlanChangeCheck {

    private PlanChangeCheck() {}

    /**
     * Lines keep their numbers: they can become something else, or nothing, and new ones stand below them.
     *
     * @param before the plan that counts until then
     * @param wanted the whole plan as it is to be
     */
    public static List<Refusal> of(List<PlanLine> before, List<PlanLine> wanted, String reason) {
        List<Refusal> faults = new ArrayList<>();
        if (wanted.size() < before.size()) {
            faults.add(Refusal.of(PLAN_CHANGE_LINE_REMOVED).at("plan"));
        } else if (wanted.size() > Completeness.MOST_LINES) {
            faults.add(Refusal.of(PLAN_CHANGE_TOO_MANY_LINES, Completeness.MOST_LINES)
                    .at("plan"));
        } else if (wanted.equals(before)) {
            faults.add(Refusal.of(PLAN_CHANGE_NOTHING).at("plan"));
        }
        for (int i = 0; i < wanted.size(); i++) {
            check(faults, "plan[" + i + "].", wanted.get(i));
        }
        if (isBlank(reason)) {
            faults.add(Refusal.of(PLAN_CHANGE_REASON_MISSING).at("reason"));
        }
        FreeText.check(faults, "reason", reason);
        return faults;
    }

    private static void check(List<Refusal> faults, String at, PlanLine line) {
        if (line.category() == null) {
            faults.add(Refusal.of(PLAN_CHANGE_CATEGORY_MISSING).at(at + "category"));
        }
        if (isBlank(line.text())) {
            faults.add(Refusal.of(PLAN_CHANGE_TEXT_MISSING).at(at + "text"));
        }
        FreeText.check(faults, at + "text", line.text());
        if (line.amount() == null) {
            faults.add(Refusal.of(PLAN_CHANGE_AMOUNT_MISSING).at(at + "amount"));
        } else if (line.amount().isNegative()) {
            faults.add(Refusal.of(PLAN_CHANGE_AMOUNT_NEGATIVE).at(at + "amount"));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
