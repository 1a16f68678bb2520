package se.medel.round;

import java.util.List;
import java.util.Locale;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Outcome;
import se.medel.web.Texts;

/**
 * The chain from what was asked to what the rules give (A8), in words, for the tag {@code explanation}. A chain that counts
 * clients says them all the way, and what they come to in kronor at its ends.
 */
public record Chain(String asked, List<Link> links, String granted) {

    /**
     * One rule.
     *
     * @param before the amount before the rule was tried
     * @param after the amount that it let through
     * @param binding whether it took something away
     */
    public record Link(String rule, String text, String before, String after, boolean binding) {}

    public static Chain of(Outcome outcome, Locale locale) {
        Texts texts = Texts.in(locale);
        boolean clients = outcome.ask().component() == ComponentKind.CLIENT_COMPENSATION;
        return new Chain(
                texts.sum(outcome.asked(), clients ? outcome.ask().clients() : 0),
                outcome.explanation().stream()
                        .map(step -> new Link(
                                step.rule(),
                                Explanation.of(step, locale),
                                clients ? texts.clients(step.clientsBefore()) : texts.sum(step.before(), 0),
                                clients ? texts.clients(step.clientsAfter()) : texts.sum(step.after(), 0),
                                step.isBinding()))
                        .toList(),
                texts.sum(outcome.granted(), clients ? outcome.clientsGranted() : 0));
    }
}
