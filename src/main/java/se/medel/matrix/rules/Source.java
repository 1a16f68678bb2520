package se.medel.matrix.rules;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import se.medel.application.rules.OtherFunding.Status;
import se.medel.money.Kronor;

/**
 * Money from somewhere else for a plan, as the application stated it and as the report says that it came (K3).
 *
 * @param lines the plan lines it is for, counted from 1; empty where it is for the whole plan
 * @param stated kronor by the application; null where only the report tells of it
 * @param status how far it had come when it was applied; null where only the report tells of it
 * @param received kronor by the report; null where there is no report yet, or it doesn't tell of it
 */
public record Source(String name, Set<Integer> lines, Kronor stated, Status status, Kronor received) {

    public Source {
        lines = Collections.unmodifiableSet(new TreeSet<>(lines));
    }

    /** The name as names are compared: two spellings that differ in blanks or capitals are one source. */
    public String key() {
        return key(name);
    }

    public static String key(String name) {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    boolean isSameAs(Source other) {
        return key().equals(other.key()) && lines.equals(other.lines);
    }

    /** Whether it counts as money: what is refused doesn't, unless it came after all. */
    boolean pays() {
        return received != null ? received.isPositive() : status != null && status != Status.REFUSED;
    }
}
