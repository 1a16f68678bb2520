package se.medel.round.rules;

import se.medel.money.Kronor;

/**
 * The most that an officer recommends, or that a director decides.
 *
 * @param rule what it rests on: A7 where it follows from a chosen order, otherwise D2, the delegation itself
 * @param amount whole kronor
 * @param clients clients, for client compensation; otherwise zero
 */
public record Recommendation(String rule, Kronor amount, long clients) {}
