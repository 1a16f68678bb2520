package se.medel.matrix.rules;

import se.medel.application.rules.CostCategory;
import se.medel.money.Kronor;

/**
 * A line of a plan.
 *
 * @param number counted from 1; zero for a cost that the plan hasn't
 * @param planned with öre; zero where the plan hasn't the line
 * @param actual by the report; null until there is one
 */
public record Line(int number, CostCategory category, String text, Kronor planned, Kronor actual) {

    /** What makes it the same cost as another, in another plan. */
    String key() {
        return category + "/" + Source.key(text);
    }
}
