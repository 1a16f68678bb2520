package se.medel.delegation.rules;

import java.time.LocalDate;
import se.medel.money.Kronor;

/**
 * A line of the delegation order.
 *
 * @param point where it stands in the order, such as {@code 3.2}
 * @param holder the user name of the one who may decide; null for everyone with the director's role
 * @param upTo the largest amount in whole kronor; null for no limit
 * @param from the first day, null from the order's own
 * @param to the last day, null for as long as the order holds
 */
public record OrderLine(
        String point, DecisionKind kind, Nature nature, String holder, Kronor upTo, LocalDate from, LocalDate to) {

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean covers(Kronor amount) {
        return upTo == null || !amount.isMoreThan(upTo);
    }

    boolean isHeldBy(String person) {
        return holder == null || holder.equals(person);
    }
}
