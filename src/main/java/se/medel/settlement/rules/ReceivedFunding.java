package se.medel.settlement.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import se.medel.money.Kronor;

/**
 * Money that somebody else really paid for the same work (K3).
 *
 * @param amount with öre
 * @param lines the plan lines it was for, counted from 1; empty where it was for the whole plan
 */
public record ReceivedFunding(String source, Kronor amount, Set<Integer> lines) {

    public ReceivedFunding {
        lines = lines == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(lines));
    }
}
