package se.medel.round;

import java.util.List;
import java.util.Locale;
import se.medel.round.rules.Outcome;
import se.medel.round.rules.Step;
import se.medel.web.Formats;

/** The chain from what was asked to what the rules give (A8), in words, for the tag {@code explanation}. */
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
        return new Chain(
                Formats.kr(outcome.asked().amount()),
                outcome.explanation().stream().map(step -> link(step, locale)).toList(),
                Formats.kr(outcome.granted().amount()));
    }

    private static Link link(Step step, Locale locale) {
        return new Link(
                step.rule(),
                Explanation.of(step, locale),
                Formats.kr(step.before().amount()),
                Formats.kr(step.after().amount()),
                step.isBinding());
    }
}
