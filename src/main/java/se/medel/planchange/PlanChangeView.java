package se.medel.planchange;

import java.time.Instant;
import java.util.List;
import se.medel.application.rules.PlanLine;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.user.Role;

/**
 * A plan change as other parts see it.
 *
 * @param before the plan that it was asked of
 * @param plan the whole plan as it is to be; lines keep their numbers
 * @param recommends what the officer recommends; null until it is prepared, and to a district until it is decided
 * @param reasons of the director; can be null where it is approved
 * @param mandate what it was decided by; null until then, and where it is older than the delegation order
 * @param version for optimistic locking
 */
public record PlanChangeView(
        long id,
        long applicationId,
        String roundId,
        String district,
        PlanChangeState state,
        List<PlanLine> before,
        List<PlanLine> plan,
        String reason,
        String askedBy,
        Instant askedAt,
        Boolean recommends,
        String note,
        String preparedBy,
        Instant preparedAt,
        String decidedBy,
        Instant decidedAt,
        String reasons,
        Mandate mandate,
        long version) {

    public PlanChangeView {
        before = List.copyOf(before);
        plan = List.copyOf(plan);
    }

    /** As the audit trail and declarations of conflicts name it. */
    public String subject() {
        return "plan-change/" + id;
    }

    /** It and the application that it is about: a conflict of interest in either is one in both. */
    public List<String> subjects() {
        return List.of(subject(), "application/" + applicationId);
    }

    /** What moves: the sum of what lines grow by, in kronor. A line that becomes something else moves all that it holds. */
    public Kronor moved() {
        Kronor moved = Kronor.ZERO;
        for (int i = 0; i < plan.size(); i++) {
            PlanLine line = plan.get(i);
            Kronor was = i < before.size() && isSame(before.get(i), line)
                    ? before.get(i).amount()
                    : Kronor.ZERO;
            moved = moved.plus(line.amount().minus(was).orZero());
        }
        return moved;
    }

    private static boolean isSame(PlanLine one, PlanLine other) {
        return one.category() == other.category()
                && one.text().strip().equals(other.text().strip());
    }

    /** As a district reads it: what an officer recommends is told when it is decided. */
    PlanChangeView shownTo(Role role) {
        return !role.ofDistrict() || decidedAt != null
                ? this
                : new PlanChangeView(
                        id,
                        applicationId,
                        roundId,
                        district,
                        state,
                        before,
                        plan,
                        reason,
                        askedBy,
                        askedAt,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        version);
    }
}
