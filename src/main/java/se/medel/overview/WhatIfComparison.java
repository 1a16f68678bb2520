package se.medel.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import se.medel.money.Kronor;
import se.medel.round.CapPicture;
import se.medel.round.Explanation;
import se.medel.round.RoundMsg;
import se.medel.round.RoundTexts;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.AllocationOrder.Allocation;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.web.Formats;
import se.medel.web.Texts;

/**
 * What the three orders would give, side by side, in words and figures.
 *
 * @param differing on how many lines the orders differ
 */
public record WhatIfComparison(List<Order> orders, List<Line> lines, int differing) {

    /** One order: what it gives in all and what it leaves. */
    public record Order(String name, String hint, String total, List<CapPicture> caps) {}

    public record Line(String district, String component, String asked, boolean differs, List<Cell> cells) {}

    /**
     * What one order gives to one ask.
     *
     * @param note whether it is the most or the least of the three, null where they don't differ
     * @param limitedBy the rules that took something away, in words
     */
    public record Cell(String order, String granted, String note, String limitedBy, List<Link> chain) {}

    /** A link of the chain of rules. */
    public record Link(String rule, String text, String change, boolean binding) {}

    static WhatIfComparison of(
            AllocationModel model, Commitments start, List<Ask> asks, Map<String, String> names, Locale locale) {
        RoundMsg msg = RoundTexts.in(locale);
        Texts texts = Texts.in(locale);
        List<AllocationOrder> orders = Arrays.asList(AllocationOrder.values());
        List<Allocation> allocations =
                orders.stream().map(order -> order.allocate(model, start, asks)).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            int place = i;
            List<Outcome> outcomes = allocations.stream()
                    .map(allocation -> allocation.outcomes().get(place))
                    .toList();
            Kronor most =
                    outcomes.stream().map(Outcome::granted).reduce(Kronor::max).orElseThrow();
            Kronor least =
                    outcomes.stream().map(Outcome::granted).reduce(Kronor::min).orElseThrow();
            boolean differs = most.isMoreThan(least);
            Ask ask = asks.get(i);
            lines.add(new Line(
                    names.getOrDefault(ask.district(), ask.district()),
                    texts.name(ask.component()),
                    amount(outcomes.get(0).asked(), ask.clients(), ask, msg),
                    differs,
                    IntStream.range(0, orders.size())
                            .mapToObj(at -> cell(
                                    texts.name(orders.get(at)),
                                    outcomes.get(at),
                                    !differs
                                            ? null
                                            : outcomes.get(at).granted().equals(most)
                                                    ? msg.whatIfMost()
                                                    : outcomes.get(at).granted().equals(least)
                                                            ? msg.whatIfLeast()
                                                            : null,
                                    msg,
                                    locale))
                            .toList()));
        }
        return new WhatIfComparison(
                IntStream.range(0, orders.size())
                        .mapToObj(at -> order(orders.get(at), allocations.get(at), model, start, msg, locale))
                        .toList(),
                lines,
                (int) lines.stream().filter(Line::differs).count());
    }

    private static Order order(
            AllocationOrder order,
            Allocation allocation,
            AllocationModel model,
            Commitments start,
            RoundMsg msg,
            Locale locale) {
        Kronor total = allocation.outcomes().stream().map(Outcome::granted).reduce(Kronor.ZERO, Kronor::plus);
        String hint =
                switch (order) {
                    case RECEIVED -> msg.whatIfReceivedHint();
                    case PROPORTIONAL -> msg.whatIfProportionalHint();
                    case NEED -> msg.whatIfNeedHint();
                };
        return new Order(
                Texts.in(locale).name(order),
                hint,
                RoundTexts.kr(total),
                CapPicture.after(model, start, allocation.committed(), locale));
    }

    private static Cell cell(String order, Outcome outcome, String note, RoundMsg msg, Locale locale) {
        return new Cell(
                order,
                amount(outcome.granted(), outcome.clientsGranted(), outcome.ask(), msg),
                note,
                outcome.binding().isEmpty()
                        ? msg.whatIfFits()
                        : msg.whatIfBinding(String.join(", ", outcome.binding())),
                outcome.explanation().stream()
                        .map(step -> new Link(
                                step.rule(),
                                Explanation.of(step, locale),
                                msg.whatIfStep(RoundTexts.kr(step.before()), RoundTexts.kr(step.after())),
                                step.isBinding()))
                        .toList());
    }

    private static String amount(Kronor kronor, long clients, Ask ask, RoundMsg msg) {
        return ask.component() == ComponentKind.CLIENT_COMPENSATION
                ? RoundTexts.kr(kronor) + ", " + msg.capClients(Formats.number(clients))
                : RoundTexts.kr(kronor);
    }
}
