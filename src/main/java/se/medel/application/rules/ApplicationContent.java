package se.medel.application.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;

/**
 * What a district has written. Anything can be missing in a draft; {@link Completeness} says what.
 *
 * @param plan C1a: how the money will be used
 * @param totalCost what the plan costs in all, with öre (A3)
 * @param ownPart what the district pays itself, with öre (A3)
 * @param amount whole kronor asked for
 * @param estimatedClients C1b: clients that the work is expected to reach
 * @param newClients C1b: of these, new to social services
 * @param ownFinancing C1c: how the work is paid for after the year
 * @param ownFinancingAmount C1c: kronor a year, if known
 * @param budgetLine C1c: where it stands in the district's budget, if known
 * @param mapping C2a: how the individual's needs are mapped
 * @param coordination C2b: how efforts are coordinated
 * @param cooperation C2c: how the work contributes to cooperation between the actors
 * @param partners C2c: the actors
 * @param takesPartInLearning C2d: commitment to the joint learning process
 * @param reportsResults C3: commitment to follow up and report
 * @param otherFundingStated K3: the district says whether there is other funding at all, so that nothing is no accident
 * @param otherFunding K3
 * @param unreadable what was typed where a figure was wanted and none could be read, by field, so that it isn't lost
 */
public record ApplicationContent(
        List<PlanLine> plan,
        Kronor totalCost,
        Kronor ownPart,
        Kronor amount,
        Long estimatedClients,
        Long newClients,
        String ownFinancing,
        Kronor ownFinancingAmount,
        String budgetLine,
        String mapping,
        String coordination,
        String cooperation,
        Set<Partner> partners,
        boolean takesPartInLearning,
        boolean reportsResults,
        Boolean otherFundingStated,
        List<OtherFunding> otherFunding,
        Map<String, String> unreadable) {

    public static final ApplicationContent EMPTY = new ApplicationContent(
            List.of(), null, null, null, null, null, null, null, null, null, null, null, Set.of(), false, false, null,
            List.of(), Map.of());

    public ApplicationContent {
        plan = plan == null ? List.of() : List.copyOf(plan);
        partners = partners == null ? Set.of() : java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
        otherFunding = otherFunding == null ? List.of() : List.copyOf(otherFunding);
        unreadable = unreadable == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(unreadable));
    }

    /** What the plan's lines add up to. */
    public Kronor planSum() {
        return plan.stream().map(PlanLine::amount).filter(Objects::nonNull).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What others pay, or are asked to pay, of the plan (A3, K3). */
    public Kronor fundedByOthers() {
        return otherFunding.stream()
                .filter(OtherFunding::counts)
                .map(OtherFunding::amount)
                .filter(Objects::nonNull)
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    /** The same content with another amount asked for. */
    public ApplicationContent withAmount(Kronor asked) {
        return new ApplicationContent(
                plan,
                totalCost,
                ownPart,
                asked,
                estimatedClients,
                newClients,
                ownFinancing,
                ownFinancingAmount,
                budgetLine,
                mapping,
                coordination,
                cooperation,
                partners,
                takesPartInLearning,
                reportsResults,
                otherFundingStated,
                otherFunding,
                unreadable);
    }

    /** Nothing but a plan and who pays for it, to try by the rules of funding (K3). */
    public static ApplicationContent ofFunding(List<PlanLine> plan, Kronor amount, List<OtherFunding> otherFunding) {
        return new ApplicationContent(
                plan,
                null,
                null,
                amount,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                false,
                false,
                true,
                otherFunding,
                Map.of());
    }
}
