package se.medel.settlement.rules;

import se.medel.money.Kronor;

/**
 * One line of a cost report as it was approved.
 *
 * @param line the plan's line, counted from 1; zero where the plan hasn't the line
 * @param planned what the plan says that it costs, with öre; zero where the plan hasn't the line
 * @param reported what the district says that it cost, with öre; below zero where more was credited than spent
 * @param admitted what the officer approves of it, with öre; never more than was reported, and never below zero
 */
public record AdmittedLine(int line, Kronor planned, Kronor reported, Kronor admitted) {

    public AdmittedLine {
        if (line < 0 || admitted.isNegative() || admitted.isMoreThan(reported.orZero())) {
            throw new IllegalArgumentException("A line is admitted up to what was reported");
        }
    }

    public boolean inPlan() {
        return line > 0;
    }
}
