package se.medel.round;

import java.math.BigDecimal;
import java.util.Locale;
import se.medel.money.Kronor;
import se.medel.round.rules.Step;
import se.medel.web.Texts;

/** Puts a step of the chain in words (A8): the same ones on screen, in the API and in the document. */
public final class Explanation {

    private Explanation() {}

    /** One sentence: the rule's figure, what was already taken of it, what it leaves, and what that means here. */
    public static String of(Step step, Locale locale) {
        Texts texts = Texts.in(locale);
        boolean shared = step.wanted().compareTo(ownWish(step)) > 0 && step.isBinding();
        return switch (step.reason()) {
            case NAMED_SUM ->
                step.limit().signum() == 0
                        ? texts.text("step.NAMED_SUM.none")
                        : texts.text("step.NAMED_SUM", kronor(step.limit()), kronor(step.used()), kronor(step.left()));
            case MAXIMUM_EACH ->
                step.limit().signum() == 0
                        ? texts.text("step.MAXIMUM_EACH.none")
                        : texts.text(
                                "step.MAXIMUM_EACH", kronor(step.limit()), kronor(step.used()), kronor(step.left()));
            case RATE -> texts.text("step.RATE", step.clientsBefore(), kronor(step.limit()), step.before());
            case NOT_ELIGIBLE ->
                texts.text("step.NOT_ELIGIBLE", step.clientsBefore() - step.clientsAfter(), step.clientsAfter());
            case PART_OF_COST, OWN_PART_REQUIRED ->
                texts.text("step." + step.reason(), kronor(step.limit()), kronor(step.used()), kronor(step.left()));
            case GROUP ->
                texts.text(
                        shared ? "step.GROUP.shared" : "step.GROUP",
                        step.name(),
                        step.limit(),
                        step.left(),
                        step.wanted(),
                        step.clientsAfter());
            case ALL_CLIENTS ->
                texts.text(
                        shared ? "step.ALL_CLIENTS.shared" : "step.ALL_CLIENTS",
                        step.limit(),
                        step.left(),
                        step.wanted(),
                        step.clientsAfter());
            case CEILING ->
                texts.text(
                                shared ? "step.CEILING.shared" : "step.CEILING",
                                kronor(step.limit()),
                                kronor(step.left()),
                                kronor(step.wanted()))
                        + (step.clientsBefore() > 0 && step.isBinding()
                                ? " " + texts.text("step.wholeClients", step.clientsAfter())
                                : "");
            case RECOMMENDED -> texts.text("step.RECOMMENDED." + step.rule(), step.after());
        };
    }

    private static BigDecimal ownWish(Step step) {
        return switch (step.reason()) {
            case GROUP, ALL_CLIENTS, NOT_ELIGIBLE -> BigDecimal.valueOf(step.clientsBefore());
            default -> step.before().amount();
        };
    }

    private static Kronor kronor(BigDecimal figure) {
        return new Kronor(figure);
    }
}
