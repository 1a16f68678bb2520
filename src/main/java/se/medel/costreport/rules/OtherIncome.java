package se.medel.costreport.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import se.medel.money.Kronor;

/**
 * Money from somewhere else that was really received for the same work (K3).
 *
 * @param applicationId the grant whose plan it was for
 * @param amount received, with öre
 * @param lines the plan lines it was for, counted from 1; empty where it was for the whole plan
 */
public record OtherIncome(long applicationId, String source, Kronor amount, Set<Integer> lines) {

    public OtherIncome {
        lines = lines == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(lines));
    }
}
