package se.medel.committee;

import java.util.List;

/**
 * A list with what stands in it.
 *
 * @param lines the oldest decision first
 */
public record DelegationListContent(DelegationListView list, List<DelegationListLine> lines) {}
