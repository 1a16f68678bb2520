package se.medel.committee;

import se.medel.delegation.DelegatedDecision;

/**
 * A decision as it stands in a list, kept with it.
 *
 * @param decider what the one who decided was, such as Förvaltningschef
 * @param districtName as it was called then
 */
public record DelegationListLine(DelegatedDecision decision, String decider, String districtName) {}
