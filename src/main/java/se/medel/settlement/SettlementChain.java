package se.medel.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.medel.money.Kronor;
import se.medel.settlement.rules.Settlement;
import se.medel.settlement.rules.SettlementStep;
import se.medel.settlement.rules.YearEnd;
import se.medel.web.Texts;

/**
 * The chain from what was granted to what the district may keep (A8, Y4), in words.
 *
 * @param line all of it in one line
 * @param kept whole kronor that the district may keep or still get
 * @param ends what follows: what is paid back, paid or released
 */
public record SettlementChain(String line, String granted, List<Link> links, String kept, List<String> ends) {

    /**
     * One reason.
     *
     * @param rule the rule that it rests on, such as Y2
     * @param binding whether it took something away
     */
    public record Link(String rule, String text, String before, String after, boolean binding) {}

    /** @param paid what had been paid when it was settled, in whole kronor */
    static SettlementChain of(SettlementView settlement, Kronor paid, Locale locale) {
        Texts texts = Texts.in(locale);
        Settlement result = settlement.result();
        YearEnd input = settlement.input();
        List<String> ends = new ArrayList<>();
        add(ends, "repaid", result.repay(paid), texts);
        add(ends, "toPay", result.stillToPay(paid), texts);
        add(ends, "released", result.release(input.granted(), paid), texts);
        List<String> line = new ArrayList<>();
        line.add(texts.text("settlementStep.granted", input.granted()));
        result.steps().stream()
                .filter(SettlementStep::isBinding)
                .forEach(step -> line.add(text(step, input, ".short", texts)));
        line.add(texts.text("settlementStep.kept", result.entitled()));
        line.addAll(ends);
        return new SettlementChain(
                String.join(" → ", line),
                SettlementTexts.kr(input.granted()),
                result.steps().stream()
                        .map(step -> new Link(
                                step.reason().rule(),
                                text(step, input, "", texts),
                                SettlementTexts.kr(step.before()),
                                SettlementTexts.kr(step.after()),
                                step.isBinding()))
                        .toList(),
                SettlementTexts.kr(result.entitled()),
                ends);
    }

    /** The reasons as a program reads them. */
    static List<GrantJson.Step> steps(SettlementView settlement, Locale locale) {
        return settlement.result().steps().stream()
                .map(step -> new GrantJson.Step(
                        step.reason().rule(),
                        text(step, settlement.input(), "", Texts.in(locale)),
                        step.before(),
                        step.after()))
                .toList();
    }

    private static void add(List<String> ends, String key, Kronor amount, Texts texts) {
        if (amount.isPositive()) {
            ends.add(texts.text("settlementStep." + key, amount));
        }
    }

    /** @param form empty for a sentence, {@code .short} for the one line */
    private static String text(SettlementStep step, YearEnd input, String form, Texts texts) {
        boolean clients = step.countsClients(input);
        String key = "settlementStep." + step.reason() + (clients && texts.has(ofClients(step)) ? ".clients" : "");
        boolean nothing = form.isEmpty() && step.taken().signum() == 0 && texts.has(key + ".none");
        String name = key + (nothing ? ".none" : form);
        return clients
                ? texts.text(
                        name,
                        texts.clients(step.limit().longValue()),
                        texts.clients(step.taken().longValue()))
                : texts.text(name, new Kronor(step.limit()), new Kronor(step.taken()));
    }

    private static String ofClients(SettlementStep step) {
        return "settlementStep." + step.reason() + ".clients";
    }
}
