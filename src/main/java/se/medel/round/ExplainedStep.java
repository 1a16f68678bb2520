package se.medel.round;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Step;

/**
 * One link of the chain (A8) as a program reads it.
 *
 * @param rule the rule that was tried, such as M2
 * @param text what it says here, in the language of the request
 * @param before whole kronor before it was tried
 * @param after whole kronor that it let through
 * @param clientsBefore clients before, for client compensation; otherwise null
 * @param clientsAfter clients that it let through, for client compensation; otherwise null
 */
@Schema(requiredProperties = {"rule", "text", "before", "after"})
public record ExplainedStep(
        String rule, String text, Kronor before, Kronor after, Long clientsBefore, Long clientsAfter) {

    /** The whole chain of an amount under a component. */
    public static List<ExplainedStep> of(List<Step> steps, ComponentKind component, Locale locale) {
        boolean clients = component == ComponentKind.CLIENT_COMPENSATION;
        return steps.stream()
                .map(step -> new ExplainedStep(
                        step.rule(),
                        Explanation.of(step, locale),
                        step.before(),
                        step.after(),
                        clients ? step.clientsBefore() : null,
                        clients ? step.clientsAfter() : null))
                .toList();
    }
}
