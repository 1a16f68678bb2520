package se.medel.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component;

/**
 * A model as it is sent and shown: what a model hasn't is left out. Every figure has its rule's id and the sentence of the
 * decision that it comes from.
 */
@Schema(name = "AllocationModel", requiredProperties = "ceiling")
public record ModelJson(
        FixedGrant fixedGrant,
        CoFinancing coFinancing,
        ClientCompensation clientCompensation,
        Ceiling ceiling,
        @Schema(
                        type = SchemaType.INTEGER,
                        minimum = "0",
                        maximum = "" + AllocationModel.MOST_PERCENT,
                        defaultValue = "0",
                        description = "How much of the whole plan, in per cent, may have been spent on lines that the"
                                + " plan hasn't (Y4)")
                Figure offPlanTolerancePercent) {

    private static final int MOST_DISTRICTS = 100;

    /** More than the fields of a form can tell of. */
    private static final int MOST_GROUPS = 400;

    /** @param amounts whole kronor by the district's slug */
    @Schema(
            name = "FixedGrantModel",
            requiredProperties = {"rule", "source", "amounts"})
    public record FixedGrant(
            String rule,
            String source,
            @Schema(type = SchemaType.OBJECT, additionalProperties = Figure.class) Map<String, Figure> amounts) {}

    /** @param maximum whole kronor for each district */
    @Schema(
            name = "CoFinancingModel",
            requiredProperties = {"rule", "source", "recipients", "maximum", "partFinancing", "ownPartRequired"})
    public record CoFinancing(
            String rule,
            String source,
            List<String> recipients,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure maximum,
            RuleText partFinancing,
            Boolean ownPartRequired) {}

    /** @param rate whole kronor for each client */
    @Schema(
            name = "ClientCompensationModel",
            requiredProperties = {"rule", "source", "rate", "total", "groups", "ages"})
    public record ClientCompensation(
            String rule,
            String source,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure rate,
            ClientCap total,
            List<Group> groups,
            Ages ages,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "" + RoundService.MOST_QUIET_MONTHS)
                    Figure quietMonths) {}

    @Schema(
            name = "RuleText",
            requiredProperties = {"rule", "source"})
    public record RuleText(String rule, String source) {}

    @Schema(
            name = "ClientCapModel",
            requiredProperties = {"rule", "source", "clients"})
    public record ClientCap(
            String rule,
            String source,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + RoundService.MOST_CLIENTS)
                    Figure clients) {}

    /** @param districts slugs of the districts whose clients count together */
    @Schema(
            name = "GroupCapModel",
            requiredProperties = {"rule", "source", "name", "districts", "clients"})
    public record Group(
            String rule,
            String source,
            String name,
            List<String> districts,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + RoundService.MOST_CLIENTS)
                    Figure clients) {}

    @Schema(
            name = "AgesModel",
            requiredProperties = {"rule", "source", "youngest", "oldest"})
    public record Ages(
            String rule,
            String source,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "" + RoundService.MOST_YEARS) Figure youngest,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "" + RoundService.MOST_YEARS) Figure oldest) {}

    @Schema(
            name = "CeilingModel",
            requiredProperties = {"rule", "source", "amount"})
    public record Ceiling(
            String rule,
            String source,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999999") Figure amount) {}

    /** The model as it is shown. */
    public static ModelJson of(AllocationModel model) {
        return new ModelJson(
                model.fixedGrant()
                        .map(grant -> {
                            Map<String, Figure> amounts = new LinkedHashMap<>();
                            grant.amounts().forEach((district, amount) -> amounts.put(district, Figure.of(amount)));
                            return new FixedGrant(
                                    grant.basis().rule(), grant.basis().source(), amounts);
                        })
                        .orElse(null),
                model.coFinancing()
                        .map(component -> new CoFinancing(
                                component.basis().rule(),
                                component.basis().source(),
                                component.recipients(),
                                Figure.of(component.maximum()),
                                new RuleText(
                                        component.partFinancing().rule(),
                                        component.partFinancing().source()),
                                component.ownPartRequired()))
                        .orElse(null),
                model.clientCompensation().map(ModelJson::of).orElse(null),
                new Ceiling(
                        model.ceiling().basis().rule(),
                        model.ceiling().basis().source(),
                        Figure.of(model.ceiling().amount())),
                Figure.of((long) model.offPlanTolerancePercent()));
    }

    private static ClientCompensation of(Component.ClientCompensation compensation) {
        return new ClientCompensation(
                compensation.basis().rule(),
                compensation.basis().source(),
                Figure.of(compensation.rate()),
                new ClientCap(
                        compensation.total().basis().rule(),
                        compensation.total().basis().source(),
                        Figure.of(compensation.total().clients())),
                compensation.groups().stream()
                        .map(group -> new Group(
                                group.basis().rule(),
                                group.basis().source(),
                                group.name(),
                                group.districts(),
                                Figure.of(group.clients())))
                        .toList(),
                new Ages(
                        compensation.ages().basis().rule(),
                        compensation.ages().basis().source(),
                        Figure.of((long) compensation.ages().youngest()),
                        Figure.of((long) compensation.ages().oldest())),
                compensation.quietMonths() == null
                        ? null
                        : Figure.of(compensation.quietMonths().longValue()));
    }

    /** The model as the rules know it; what is wrong is noted, and then the answer is of no use. */
    public AllocationModel read(Input input) {
        List<Component> components = new ArrayList<>();
        if (fixedGrant != null) {
            components.add(fixedGrant(input));
        }
        if (coFinancing != null) {
            components.add(coFinancing(input));
        }
        if (clientCompensation != null) {
            components.add(clientCompensation(input));
        }
        Basis basis = new Basis("", "");
        Kronor amount = Kronor.ZERO;
        if (input.required(ceiling, "ceiling") != null) {
            basis = basis(input, "ceiling", ceiling.rule, ceiling.source);
            amount = kronor(input, ceiling.amount, "ceiling.amount", ceiling.rule);
        }
        Long tolerance =
                input.count(offPlanTolerancePercent, "offPlanTolerancePercent", "Y4", AllocationModel.MOST_PERCENT);
        return new AllocationModel(
                components, new AllocationModel.Ceiling(basis, amount), tolerance == null ? 0 : tolerance.intValue());
    }

    private Component fixedGrant(Input input) {
        Map<String, Kronor> amounts = new LinkedHashMap<>();
        if (input.required(fixedGrant.amounts, "fixedGrant.amounts") != null) {
            fixedGrant.amounts.forEach((district, amount) ->
                    amounts.put(district, kronor(input, amount, "fixedGrant.amounts." + district, fixedGrant.rule)));
        }
        return new Component.FixedGrant(basis(input, "fixedGrant", fixedGrant.rule, fixedGrant.source), amounts);
    }

    private Component coFinancing(Input input) {
        String at = "coFinancing";
        RuleText part = coFinancing.partFinancing;
        Basis partFinancing = input.required(part, at + ".partFinancing") == null
                ? new Basis("", "")
                : basis(input, at + ".partFinancing", part.rule, part.source);
        Boolean ownPart = input.required(coFinancing.ownPartRequired, at + ".ownPartRequired");
        return new Component.CoFinancing(
                basis(input, at, coFinancing.rule, coFinancing.source),
                districts(input, coFinancing.recipients, at + ".recipients"),
                kronor(input, coFinancing.maximum, at + ".maximum", coFinancing.rule),
                partFinancing,
                Boolean.TRUE.equals(ownPart));
    }

    private Component clientCompensation(Input input) {
        String at = "clientCompensation";
        ClientCap total = clientCompensation.total;
        Ages ages = clientCompensation.ages;
        List<Group> groups =
                input.list(input.required(clientCompensation.groups, at + ".groups"), at + ".groups", MOST_GROUPS);
        List<Component.GroupCap> caps = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String group = at + ".groups[" + i + "]";
            read(
                            input,
                            groups.get(i),
                            group,
                            (sent, basis) -> new Component.GroupCap(
                                    basis,
                                    input.text(sent.name, group + ".name", RoundService.LONGEST_NAME),
                                    districts(input, sent.districts, group + ".districts"),
                                    number(input, sent.clients, group + ".clients", RoundService.MOST_CLIENTS)))
                    .ifPresent(caps::add);
        }
        Long quiet =
                input.count(clientCompensation.quietMonths, at + ".quietMonths", "A6", RoundService.MOST_QUIET_MONTHS);
        return new Component.ClientCompensation(
                basis(input, at, clientCompensation.rule, clientCompensation.source),
                kronor(input, clientCompensation.rate, at + ".rate", clientCompensation.rule),
                input.required(total, at + ".total") == null
                        ? new Component.ClientCap(new Basis("", ""), 0)
                        : new Component.ClientCap(
                                basis(input, at + ".total", total.rule, total.source),
                                number(input, total.clients, at + ".total.clients", RoundService.MOST_CLIENTS)),
                caps,
                input.required(ages, at + ".ages") == null
                        ? new Component.AgeBand(new Basis("", ""), 0, 0)
                        : new Component.AgeBand(
                                basis(input, at + ".ages", ages.rule, ages.source),
                                (int) number(input, ages.youngest, at + ".ages.youngest", RoundService.MOST_YEARS),
                                (int) number(input, ages.oldest, at + ".ages.oldest", RoundService.MOST_YEARS)),
                quiet == null ? null : quiet.intValue());
    }

    private static java.util.Optional<Component.GroupCap> read(
            Input input, Group group, String at, BiFunction<Group, Basis, Component.GroupCap> make) {
        return input.required(group, at) == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(make.apply(group, basis(input, at, group.rule, group.source)));
    }

    private static Basis basis(Input input, String at, String rule, String source) {
        if (input.required(rule, at + ".rule") != null
                && !RoundService.RULE.matcher(rule).matches()) {
            input.fault(at + ".rule", InputRefusal.MALFORMED_RULE);
        }
        return new Basis(rule, input.text(source, at + ".source", RoundService.LONGEST_SOURCE));
    }

    private static Kronor kronor(Input input, Figure figure, String field, String rule) {
        input.required(figure, field);
        Kronor amount = input.wholeKronor(figure, field, rule);
        return amount == null ? Kronor.ZERO : amount;
    }

    private static long number(Input input, Figure figure, String field, long most) {
        input.required(figure, field);
        Long number = input.count(figure, field, null, most);
        return number == null ? 0 : number;
    }

    private static List<String> districts(Input input, List<String> slugs, String field) {
        List<String> read = input.values(input.required(slugs, field), field, MOST_DISTRICTS);
        return read.stream().distinct().toList();
    }

    /** Where the fields that the round's rules know stand in this text. */
    public static Refusal atItsPlace(Refusal refusal) {
        if (refusal.field() == null) {
            return refusal;
        }
        String field = refusal.field()
                .replaceFirst("^fixedGrant\\.", "fixedGrant.amounts.")
                .replaceFirst("^clientCompensation\\.total$", "clientCompensation.total.clients")
                .replaceFirst("^clientCompensation\\.(youngest|oldest)$", "clientCompensation.ages.$1");
        return refusal.at(field);
    }
}
