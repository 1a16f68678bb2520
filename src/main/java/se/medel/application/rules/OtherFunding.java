package se.medel.application.rules;

import java.util.Set;
import java.util.TreeSet;
import se.medel.money.Kronor;

/**
 * Money from somewhere else for the same work (K1–K3).
 *
 * @param lines the plan lines it is for, counted from 1; empty where it is for the whole plan
 */
public record OtherFunding(String source, Kronor amount, Status status, Set<Integer> lines) {

    /** How far the other funding has come. */
    public enum Status {
        APPLIED,
        GRANTED,
        REFUSED
    }

    public OtherFunding {
        lines = lines == null ? Set.of() : java.util.Collections.unmodifiableSet(new TreeSet<>(lines));
    }

    /** What is applied for counts until it is refused: a cost must not be paid twice because an answer came late. */
    public boolean counts() {
        return status != Status.REFUSED;
    }
}
