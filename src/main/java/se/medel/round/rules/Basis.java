package se.medel.round.rules;

/**
 * Why a figure stands in the model.
 *
 * @param rule the rule's id, such as {@code M4b}; shown wherever the figure bites
 * @param source the sentence of the committee's decision that the figure comes from
 */
public record Basis(String rule, String source) {}
