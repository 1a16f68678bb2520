package se.medel.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.participant.rules.Partner;
import se.medel.privacy.FreeText;

/**
 * What a district has written, as it is sent and shown: what is read can be changed and sent back. Anything can be left out
 * until the application is submitted.
 *
 * @param plan C1a: how the money will be used
 * @param totalCost what the plan costs in all, kronor with öre (A3)
 * @param ownPart what the district pays itself, kronor with öre (A3)
 * @param amount whole kronor asked for
 * @param estimatedClients C1b
 * @param newClients C1b: of these, new to social services
 * @param ownFinancing C1c: how the work is paid for after the year
 * @param ownFinancingAmount C1c: kronor a year, if known
 * @param budgetLine C1c: where it stands in the district's budget, if known
 * @param mapping C2a
 * @param coordination C2b
 * @param cooperation C2c
 * @param partners C2c
 * @param takesPartInLearning C2d
 * @param reportsResults C3
 * @param otherFundingStated K3: whether there is other funding
 * @param otherFunding K3
 */
@Schema(name = "ApplicationContent")
public record ContentJson(
        @Schema(maxItems = Completeness.MOST_LINES) List<Line> plan,
        @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure totalCost,
        @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure ownPart,
        @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999999") Figure amount,
        @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure estimatedClients,
        @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000") Figure newClients,
        @Schema(maxLength = FreeText.LONGEST) String ownFinancing,
        @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure ownFinancingAmount,
        @Schema(maxLength = FreeText.LONGEST) String budgetLine,
        @Schema(maxLength = FreeText.LONGEST) String mapping,
        @Schema(maxLength = FreeText.LONGEST) String coordination,
        @Schema(maxLength = FreeText.LONGEST) String cooperation,
        @Schema(maxItems = MOST_PARTNERS) List<Partner> partners,
        Boolean takesPartInLearning,
        Boolean reportsResults,
        Boolean otherFundingStated,
        @Schema(maxItems = Completeness.MOST_LINES) List<Funding> otherFunding) {

    private static final int MOST_PARTNERS = 20;

    /** @param amount what the line costs in all, kronor with öre */
    @Schema(name = "PlanLine")
    public record Line(
            CostCategory category,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure amount,
            @Schema(maxLength = FreeText.LONGEST) String text) {}

    /** @param lines the plan lines it is for, counted from 1; empty for the whole plan */
    @Schema(name = "OtherFunding")
    public record Funding(
            @Schema(maxLength = FreeText.LONGEST) String source,
            @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "999999999999") Figure amount,
            OtherFunding.Status status,
            @Schema(maxItems = Completeness.MOST_LINES) List<Integer> lines) {}

    static ContentJson of(ApplicationContent content) {
        return new ContentJson(
                content.plan().stream()
                        .map(line -> new Line(line.category(), Figure.of(line.amount()), line.text()))
                        .toList(),
                Figure.of(content.totalCost()),
                Figure.of(content.ownPart()),
                Figure.of(content.amount()),
                Figure.of(content.estimatedClients()),
                Figure.of(content.newClients()),
                content.ownFinancing(),
                Figure.of(content.ownFinancingAmount()),
                content.budgetLine(),
                content.mapping(),
                content.coordination(),
                content.cooperation(),
                List.copyOf(content.partners()),
                content.takesPartInLearning(),
                content.reportsResults(),
                content.otherFundingStated(),
                content.otherFunding().stream()
                        .map(funding -> new Funding(
                                funding.source(),
                                Figure.of(funding.amount()),
                                funding.status(),
                                List.copyOf(new TreeSet<>(funding.lines()))))
                        .toList());
    }

    /** The content as the rules know it; what is wrong is noted, and then the answer is of no use. */
    ApplicationContent read(Input input) {
        return new ApplicationContent(
                plan(input),
                input.kronor(totalCost, "totalCost", "A3"),
                input.kronor(ownPart, "ownPart", "A3"),
                input.wholeKronor(amount, "amount", "A2"),
                input.count(estimatedClients, "estimatedClients", "C1b", Input.MOST_CLIENTS),
                input.count(newClients, "newClients", "C1b", Input.MOST_CLIENTS),
                ownFinancing,
                input.kronor(ownFinancingAmount, "ownFinancingAmount", "C1c"),
                budgetLine,
                mapping,
                coordination,
                cooperation,
                partners(input),
                Boolean.TRUE.equals(takesPartInLearning),
                Boolean.TRUE.equals(reportsResults),
                otherFundingStated,
                otherFunding(input),
                Map.of());
    }

    private List<PlanLine> plan(Input input) {
        List<Line> sent = input.list(plan, "plan", Completeness.MOST_LINES);
        List<PlanLine> lines = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "plan[" + i + "]";
            Line line = input.required(sent.get(i), at);
            if (line != null) {
                lines.add(new PlanLine(line.category, input.kronor(line.amount, at + ".amount", "C1a"), line.text));
            }
        }
        return lines;
    }

    private List<OtherFunding> otherFunding(Input input) {
        List<Funding> sent = input.list(otherFunding, "otherFunding", Completeness.MOST_LINES);
        List<OtherFunding> fundings = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String at = "otherFunding[" + i + "]";
            Funding funding = input.required(sent.get(i), at);
            if (funding != null) {
                List<Integer> lines = input.values(funding.lines, at + ".lines", Completeness.MOST_LINES);
                fundings.add(new OtherFunding(
                        funding.source,
                        input.kronor(funding.amount, at + ".amount", "K3"),
                        funding.status,
                        Set.copyOf(lines)));
            }
        }
        return fundings;
    }

    private Set<Partner> partners(Input input) {
        return Set.copyOf(input.values(partners, "partners", MOST_PARTNERS));
    }
}
