package se.medel.matrix;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding.Status;
import se.medel.matrix.rules.Doubled;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * Who pays for what in a year, as a program reads it.
 *
 * @param sources the names of all other sources of the year
 */
@Schema(
        name = "Funding",
        requiredProperties = {"year", "sources", "districts"})
public record MatrixJson(int year, List<String> sources, List<District> districts) {

    /** Sums in kronor of all its plans, and what is paid for more than once in several of them. */
    @Schema(
            name = "DistrictFunding",
            requiredProperties = {"district", "planned", "granted", "ownPart", "stated", "received", "plans", "across"})
    public record District(
            String district,
            Kronor planned,
            Kronor granted,
            Kronor ownPart,
            Kronor stated,
            Kronor received,
            List<Plan> plans,
            List<Twice> across) {}

    @Schema(
            name = "PlanFunding",
            requiredProperties = {
                "application",
                "round",
                "component",
                "state",
                "granted",
                "ownPart",
                "lines",
                "sources",
                "doubled"
            })
    public record Plan(
            long application,
            String round,
            ComponentKind component,
            ApplicationState state,
            Kronor granted,
            Kronor ownPart,
            List<Cost> lines,
            List<Payer> sources,
            List<Twice> doubled) {}

    /** @param line counted from 1; zero for a cost that the plan hasn't. @param actual left out until it is reported */
    @Schema(
            name = "FundedLine",
            requiredProperties = {"line", "planned"})
    public record Cost(int line, CostCategory category, String text, Kronor planned, Kronor actual) {}

    /** @param lines empty for the whole plan. @param stated left out where only the report tells of it */
    @Schema(
            name = "FundingSource",
            requiredProperties = {"source", "lines"})
    public record Payer(String source, List<Integer> lines, Kronor stated, Status status, Kronor received) {}

    /** Something that is paid for more than once. @param text the same in words */
    @Schema(
            name = "PaidTwice",
            requiredProperties = {"kind", "lines", "text"})
    public record Twice(
            Doubled.Doubling kind,
            List<Integer> lines,
            Kronor cost,
            Kronor funded,
            Long percent,
            Long count,
            String text) {}

    static MatrixJson of(Matrix matrix, MatrixWords words) {
        return new MatrixJson(
                matrix.year(),
                matrix.sources(),
                matrix.districts().stream().map(one -> district(one, words)).toList());
    }

    private static District district(DistrictFunding one, MatrixWords words) {
        return new District(
                one.district(),
                one.planned(),
                one.granted(),
                one.ownPart(),
                one.stated(),
                one.received(),
                one.grants().stream().map(grant -> plan(grant, words)).toList(),
                twice(one.across(), words));
    }

    private static Plan plan(GrantFunding grant, MatrixWords words) {
        return new Plan(
                grant.application(),
                grant.round(),
                grant.component(),
                grant.state(),
                grant.granted(),
                grant.ownPart(),
                grant.plan().lines().stream()
                        .map(line ->
                                new Cost(line.number(), line.category(), line.text(), line.planned(), line.actual()))
                        .toList(),
                grant.plan().sources().stream()
                        .map(source -> new Payer(
                                source.name(),
                                List.copyOf(source.lines()),
                                source.stated(),
                                source.status(),
                                source.received()))
                        .toList(),
                twice(grant.doubled(), words));
    }

    private static List<Twice> twice(List<Doubled> doubled, MatrixWords words) {
        return doubled.stream()
                .map(one -> new Twice(
                        one.kind(),
                        List.copyOf(one.lines()),
                        one.cost(),
                        one.funded(),
                        one.percent() == 0 ? null : (Long) one.percent(),
                        one.count() == 0 ? null : (Long) one.count(),
                        words.doubled(one)))
                .toList();
    }
}
