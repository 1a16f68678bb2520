package se.medel.delegation.rules;

import static se.medel.delegation.rules.DelegationFault.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;

/**
 * What decides whether somebody may decide: the order's lines, who stands in for whom, and who has declared a conflict of
 * interest in the case.
 *
 * @param conflicted user names
 */
public record Delegation(List<OrderLine> lines, List<StandIn> standIns, Set<String> conflicted) {

    public Delegation {
        lines = List.copyOf(lines);
        standIns = List.copyOf(standIns);
        conflicted = Set.copyOf(conflicted);
    }

    /**
     * What somebody decides by.
     *
     * @param standsIn for whom and why, null where the line is the decider's own
     */
    public record Permission(OrderLine line, StandIn standsIn) {}

    /**
     * The line by which a user with the director's role may decide, or the one reason why not. The own lines go before those
     * of the ones that are stood in for; in each the order's own order.
     *
     * @param amount whole kronor, zero or more
     */
    public Answer<Permission> permission(DecisionKind kind, Kronor amount, String person, LocalDate day) {
        if (conflicted.contains(person)) {
            return Answer.refused(CONFLICT_DECLARED);
        }
        List<Permission> ofKind =
                Stream.concat(own(kind, person), standingIn(kind, person)).toList();
        Predicate<Permission> now = permission ->
                permission.line.holdsOn(day) && (permission.standsIn == null || permission.standsIn.holdsOn(day));
        return ofKind.stream()
                .filter(now)
                .filter(permission -> permission.line.covers(amount))
                .findFirst()
                .map(Answer::of)
                .orElseGet(() -> refused(ofKind, now, kind, day));
    }

    private static Answer<Permission> refused(
            List<Permission> ofKind, Predicate<Permission> now, DecisionKind kind, LocalDate day) {
        return ofKind.stream()
                .filter(now)
                .map(permission -> permission.line.upTo())
                .reduce(Kronor::max)
                .map(limit -> Answer.<Permission>refused(ABOVE_DELEGATED_LIMIT, limit))
                .or(() -> ofKind.stream()
                        .filter(permission -> !permission.line.holdsOn(day))
                        .findFirst()
                        .map(permission ->
                                Answer.<Permission>refused(OUTSIDE_DELEGATED_DATES, permission.line.point(), day)))
                .orElseGet(() -> ofKind.isEmpty()
                        ? Answer.refused(NOT_IN_ORDER, kind)
                        : Answer.refused(SUBSTITUTE_NOT_IN_PERIOD, day));
    }

    private Stream<Permission> own(DecisionKind kind, String person) {
        return ofKind(kind).filter(line -> line.isHeldBy(person)).map(line -> new Permission(line, null));
    }

    private Stream<Permission> standingIn(DecisionKind kind, String person) {
        return standIns.stream()
                .filter(standIn -> standIn.substitute().equals(person))
                .filter(standIn -> standIn.ground() == StandIn.Ground.ABSENCE || conflicted.contains(standIn.person()))
                .flatMap(standIn -> ofKind(kind)
                        .filter(line -> standIn.person().equals(line.holder()))
                        .map(line -> new Permission(line, standIn)));
    }

    private Stream<OrderLine> ofKind(DecisionKind kind) {
        return lines.stream().filter(line -> line.kind() == kind);
    }
}
