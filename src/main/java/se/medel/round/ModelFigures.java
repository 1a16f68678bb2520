package se.medel.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component;
import se.medel.round.rules.Reach;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** Every figure of a model with its rule and the sentence it comes from, as a page shows it. */
public final class ModelFigures {

    /** One part of the model: a component, or the ceiling. */
    public record Part(String title, List<Figure> figures) {}

    /**
     * One figure.
     *
     * @param lines the figure with its unit; several where it is a list
     * @param before the same figure in the version before, null where it is the same or new
     */
    public record Figure(String rule, String what, List<String> lines, String source, String before) {
        private Figure comparedWith(Figure old) {
            return old == null || old.lines.equals(lines)
                    ? this
                    : new Figure(rule, what, lines, source, String.join(", ", old.lines));
        }
    }

    private final Map<String, String> districtNames;
    private final RoundMsg msg;
    private final Texts texts;

    /** @param districtNames a district's name by its slug */
    public ModelFigures(Map<String, String> districtNames, Locale locale) {
        this.districtNames = districtNames;
        this.msg = RoundTexts.in(locale);
        this.texts = Texts.in(locale);
    }

    /** The figures of a model, each beside what it was in the version before. */
    public List<Part> of(AllocationModel model, AllocationModel before) {
        List<Part> old = before == null ? List.of() : of(before);
        return of(model).stream()
                .map(part -> new Part(
                        part.title(),
                        part.figures().stream()
                                .map(figure -> figure.comparedWith(find(old, part.title(), figure)))
                                .toList()))
                .toList();
    }

    private static Figure find(List<Part> old, String title, Figure figure) {
        return old.stream()
                .filter(part -> part.title().equals(title))
                .flatMap(part -> part.figures().stream())
                .filter(other ->
                        other.rule().equals(figure.rule()) && other.what().equals(figure.what()))
                .findFirst()
                .orElse(null);
    }

    private List<Part> of(AllocationModel model) {
        List<Part> parts = new ArrayList<>();
        for (Component component : model.components()) {
            parts.add(new Part(texts.name(component.kind()), figures(component)));
        }
        AllocationModel.Ceiling ceiling = model.ceiling();
        Kronor reach = Reach.sum(Reach.of(model));
        parts.add(new Part(
                msg.modelCeiling(),
                List.of(
                        figure(ceiling.basis(), msg.modelCeilingWhat(), RoundTexts.kr(ceiling.amount())),
                        new Figure(
                                ceiling.basis().rule(),
                                msg.capPartsTitle(),
                                List.of(RoundTexts.kr(reach)),
                                reach.isMoreThan(ceiling.amount())
                                        ? msg.capPartsOver(
                                                RoundTexts.kr(reach), RoundTexts.kr(reach.minus(ceiling.amount())))
                                        : msg.capPartsWithin(RoundTexts.kr(reach)),
                                null))));
        parts.add(new Part(
                msg.modelYearEnd(),
                List.of(new Figure(
                        "Y4",
                        msg.modelOffPlan(),
                        List.of(msg.modelOffPlanFigure(Integer.toString(model.offPlanTolerancePercent()))),
                        "",
                        null))));
        return parts;
    }

    private List<Figure> figures(Component component) {
        List<Figure> figures = new ArrayList<>();
        if (component instanceof Component.FixedGrant grant) {
            List<String> lines = new ArrayList<>();
            grant.amounts().forEach((district, amount) -> lines.add(name(district) + ": " + RoundTexts.kr(amount)));
            figures.add(new Figure(
                    grant.basis().rule(),
                    msg.modelNamedSum(),
                    lines,
                    grant.basis().source(),
                    null));
        }
        if (component instanceof Component.CoFinancing part) {
            figures.add(figure(part.basis(), msg.modelMaximumEach(), RoundTexts.kr(part.maximum())));
            figures.add(new Figure(
                    part.basis().rule(),
                    msg.modelEligible(),
                    part.recipients().stream().map(this::name).toList(),
                    "",
                    null));
            figures.add(figure(
                    part.partFinancing(), msg.modelOwnPart(), part.ownPartRequired() ? msg.modelYes() : msg.modelNo()));
        }
        if (component instanceof Component.ClientCompensation compensation) {
            figures.add(figure(compensation.basis(), msg.modelRate(), RoundTexts.kr(compensation.rate())));
            figures.add(figure(
                    compensation.total().basis(),
                    msg.modelAllClients(),
                    clients(compensation.total().clients())));
            for (Component.GroupCap group : compensation.groups()) {
                List<String> lines = new ArrayList<>(List.of(clients(group.clients())));
                String members = String.join(
                        ", ", group.districts().stream().map(this::name).toList());
                lines.add(members);
                figures.add(new Figure(
                        group.basis().rule(),
                        msg.modelGroup(group.name()),
                        lines,
                        group.basis().source(),
                        null));
            }
            Component.AgeBand ages = compensation.ages();
            figures.add(figure(
                    ages.basis(),
                    msg.modelAges(),
                    msg.modelAgesFigure(Integer.toString(ages.youngest()), Integer.toString(ages.oldest()))));
            figures.add(new Figure(
                    "A6",
                    msg.modelQuiet(),
                    List.of(
                            compensation.quietMonths() == null
                                    ? msg.modelQuietNone()
                                    : Formats.number(compensation.quietMonths())),
                    "",
                    null));
        }
        return figures;
    }

    private Figure figure(Basis basis, String what, String figure) {
        return new Figure(basis.rule(), what, List.of(figure), basis.source(), null);
    }

    private String clients(long clients) {
        return msg.capClients(Formats.number(clients));
    }

    private String name(String district) {
        return districtNames.getOrDefault(district, district);
    }
}
