package se.medel.delegation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.delegation.rules.Delegation.Permission;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;

/** What holds for every delegation order, whoever stands in for whom. */
class DelegationLawsTest {

    private static final LocalDate START = LocalDate.of(2014, 1, 1);
    private static final String ANNA = "anna";
    private static final String BO = "bo";

    @Property
    void whoMayDecideDoesSoByALineOfTheKindThatHoldsThatDayAndCoversTheAmount(
            @ForAll("delegations") Delegation delegation,
            @ForAll DecisionKind kind,
            @ForAll("amounts") Kronor amount,
            @ForAll("people") String person,
            @ForAll("days") LocalDate day) {
        Answer<Permission> answer = delegation.permission(kind, amount, person, day);

        if (answer.isRefused()) {
            assertThat(answer.refusals()).hasSize(1);
            return;
        }
        OrderLine line = answer.get().line();
        StandIn standsIn = answer.get().standsIn();
        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.upTo() == null || !amount.isMoreThan(line.upTo())).isTrue();
        assertThat(line.from() == null || !day.isBefore(line.from())).isTrue();
        assertThat(line.to() == null || !day.isAfter(line.to())).isTrue();
        assertThat(delegation.conflicted()).doesNotContain(person);
        if (standsIn == null) {
            assertThat(line.holder()).isIn(null, person);
        } else {
            assertThat(standsIn.substitute()).isEqualTo(person);
            assertThat(standsIn.person()).isEqualTo(line.holder());
            assertThat(day).isBetween(standsIn.from(), standsIn.to());
        }
    }

    @Property
    void whoHasDeclaredAConflictIsAlwaysBarred(
            @ForAll("delegations") Delegation delegation,
            @ForAll DecisionKind kind,
            @ForAll("amounts") Kronor amount,
            @ForAll("people") String person,
            @ForAll("days") LocalDate day) {
        Delegation declared = new Delegation(delegation.lines(), delegation.standIns(), Set.of(person));

        assertThat(declared.permission(kind, amount, person, day).refusals())
                .singleElement()
                .matches(refusal -> refusal.reason() == DelegationFault.CONFLICT_DECLARED);
    }

    @Property
    void whoMayDecideAnAmountMayDecideEverySmallerOne(
            @ForAll("delegations") Delegation delegation,
            @ForAll DecisionKind kind,
            @ForAll("amounts") Kronor amount,
            @ForAll("amounts") Kronor other,
            @ForAll("people") String person,
            @ForAll("days") LocalDate day) {
        if (!delegation.permission(kind, amount.max(other), person, day).isRefused()) {
            assertThat(delegation
                            .permission(kind, amount.min(other), person, day)
                            .isRefused())
                    .isFalse();
        }
    }

    @Property
    void aLineMoreNeverTakesAwayWhatSomebodyMayDecide(
            @ForAll("delegations") Delegation delegation,
            @ForAll("lines") OrderLine more,
            @ForAll("amounts") Kronor amount,
            @ForAll("people") String person,
            @ForAll("days") LocalDate day) {
        if (!delegation.permission(more.kind(), amount, person, day).isRefused()) {
            List<OrderLine> lines = new java.util.ArrayList<>(delegation.lines());
            lines.add(more);
            assertThat(new Delegation(lines, delegation.standIns(), delegation.conflicted())
                            .permission(more.kind(), amount, person, day)
                            .isRefused())
                    .isFalse();
        }
    }

    @Test
    void everyRefusalSaysWhatStandsInTheWay() {
        OrderLine annas = line("3.2", ANNA, 100, START, START.plusDays(10));

        assertThat(reason(List.of(), List.of(), Set.of(), 1, ANNA, START)).isEqualTo(DelegationFault.NOT_IN_ORDER);
        assertThat(reason(List.of(annas), List.of(), Set.of(), 100, ANNA, START))
                .isNull();
        assertThat(reason(List.of(annas), List.of(), Set.of(), 101, ANNA, START))
                .isEqualTo(DelegationFault.ABOVE_DELEGATED_LIMIT);
        assertThat(reason(List.of(annas), List.of(), Set.of(), 1, ANNA, START.plusDays(11)))
                .isEqualTo(DelegationFault.OUTSIDE_DELEGATED_DATES);
        assertThat(reason(List.of(annas), List.of(), Set.of(), 1, BO, START)).isEqualTo(DelegationFault.NOT_IN_ORDER);
        StandIn bo = new StandIn(ANNA, BO, StandIn.Ground.ABSENCE, START, START.plusDays(2));
        assertThat(reason(List.of(annas), List.of(bo), Set.of(), 1, BO, START)).isNull();
        assertThat(reason(List.of(annas), List.of(bo), Set.of(), 1, BO, START.plusDays(3)))
                .isEqualTo(DelegationFault.SUBSTITUTE_NOT_IN_PERIOD);
    }

    @Test
    void aSubstituteForConflictsDecidesOnlyWhereOneIsDeclared() {
        OrderLine annas = line("3.2", ANNA, 100, START, null);
        StandIn bo = new StandIn(ANNA, BO, StandIn.Ground.CONFLICT, START, START.plusDays(2));

        assertThat(reason(List.of(annas), List.of(bo), Set.of(), 1, BO, START)).isEqualTo(DelegationFault.NOT_IN_ORDER);
        assertThat(reason(List.of(annas), List.of(bo), Set.of(ANNA), 1, BO, START))
                .isNull();
        assertThat(reason(List.of(annas), List.of(bo), Set.of(ANNA), 1, ANNA, START))
                .isEqualTo(DelegationFault.CONFLICT_DECLARED);
    }

    private static Object reason(
            List<OrderLine> lines,
            List<StandIn> standIns,
            Set<String> conflicted,
            int amount,
            String who,
            LocalDate day) {
        return new Delegation(lines, standIns, conflicted)
                .permission(DecisionKind.REPAYMENT, Kronor.of(amount), who, day).refusals().stream()
                        .map(refusal -> refusal.reason())
                        .findFirst()
                        .orElse(null);
    }

    private static OrderLine line(String point, String holder, int upTo, LocalDate from, LocalDate to) {
        return new OrderLine(point, DecisionKind.REPAYMENT, Nature.DECISION, holder, Kronor.of(upTo), from, to);
    }

    @Provide
    Arbitrary<Delegation> delegations() {
        return Combinators.combine(
                        lines().list().ofMaxSize(8),
                        standIns().list().ofMaxSize(4),
                        people().set().ofMaxSize(2))
                .as(Delegation::new);
    }

    @Provide
    Arbitrary<OrderLine> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(DecisionKind.values()),
                        Arbitraries.of(Nature.values()),
                        people().injectNull(0.4),
                        amounts().injectNull(0.5),
                        days().injectNull(0.5),
                        days().injectNull(0.5))
                .as((point, kind, nature, holder, upTo, from, to) ->
                        new OrderLine("1." + point, kind, nature, holder, upTo, from, to));
    }

    private Arbitrary<StandIn> standIns() {
        return Combinators.combine(people(), people(), Arbitraries.of(StandIn.Ground.values()), days(), days())
                .as(StandIn::new);
    }

    @Provide
    Arbitrary<String> people() {
        return Arbitraries.of(ANNA, BO, "cecilia", "david");
    }

    @Provide
    Arbitrary<Kronor> amounts() {
        return Arbitraries.integers().between(0, 1000).map(Kronor::of);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 60).map(START::plusDays);
    }
}
