package se.medel.application.rules;

import se.medel.money.Kronor;

/** One line of the plan for the money (C1a). @param amount what it costs in all, with öre */
public record PlanLine(CostCategory category, Kronor amount, String text) {}
