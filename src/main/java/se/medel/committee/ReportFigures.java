package se.medel.committee;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.medel.committee.rules.Squeeze;
import se.medel.committee.rules.WrittenFigures;
import se.medel.committee.rules.WrittenFigures.Figure;
import se.medel.committee.rules.WrittenFigures.Unit;
import se.medel.money.Kronor;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Component;
import se.medel.round.rules.Reach;
import se.medel.web.Formats;

/**
 * The figures of a round's model by the names that a text can have them inserted by, such as {@code {M5}}, and those that a text
 * may repeat by hand.
 */
public final class ReportFigures {

    private final Map<String, String> named = new LinkedHashMap<>();
    private final Set<Figure> known = new HashSet<>();

    private ReportFigures() {}

    public static ReportFigures of(RoundView round, AllocationModel model) {
        ReportFigures figures = new ReportFigures();
        figures.named.put("år", Integer.toString(round.year()));
        figures.named.put("dnr", round.caseNumber());
        model.fixedGrant().ifPresent(figures::fixed);
        model.coFinancing().ifPresent(figures::coFinancing);
        model.clientCompensation().ifPresent(figures::clients);
        figures.amount(model.ceiling().basis().rule(), model.ceiling().amount());
        Squeeze squeeze = Squeeze.of(model);
        figures.amount("delarna", squeeze.parts());
        if (squeeze.over().isPositive()) {
            figures.amount("över", squeeze.over());
        }
        Reach.of(model).forEach(reach -> figures.know(reach.most()));
        return figures;
    }

    private void fixed(Component.FixedGrant grant) {
        List<Kronor> sums = grant.amounts().values().stream().distinct().toList();
        if (sums.size() == 1) {
            amount(grant.basis().rule(), sums.get(0));
        }
        sums.forEach(this::know);
    }

    private void coFinancing(Component.CoFinancing part) {
        amount(part.basis().rule(), part.maximum());
    }

    private void clients(Component.ClientCompensation compensation) {
        amount(compensation.basis().rule(), compensation.rate());
        people(compensation.total().basis().rule(), compensation.total().clients());
        compensation.groups().forEach(group -> {
            people(group.basis().rule(), group.clients());
            know(compensation.rate().times(group.clients()));
        });
        Component.AgeBand ages = compensation.ages();
        named.putIfAbsent(ages.basis().rule(), ages.youngest() + "–" + ages.oldest());
        known.add(new Figure("", Unit.AGES, WrittenFigures.ages(ages.youngest(), ages.oldest())));
    }

    private void amount(String name, Kronor amount) {
        named.putIfAbsent(name, Formats.kr(amount.amount()));
        know(amount);
    }

    private void know(Kronor amount) {
        known.add(new Figure("", Unit.KRONOR, amount.amount()));
    }

    private void people(String name, long clients) {
        named.putIfAbsent(name, Formats.number(clients));
        known.add(new Figure("", Unit.PEOPLE, BigDecimal.valueOf(clients)));
    }

    /** What a name in braces stands for; null where it stands for nothing. */
    public String named(String name) {
        return named.get(name);
    }

    /** Every name with what it stands for, in the model's order. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(named);
    }

    /** The figures of a text, written by hand, that the model doesn't have. */
    public List<Figure> strange(String text) {
        return WrittenFigures.strange(text, known);
    }
}
