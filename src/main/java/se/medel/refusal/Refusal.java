package se.medel.refusal;

import java.util.List;

/**
 * One refusal.
 *
 * @param field the field at fault, such as {@code plan[2].amount}, or null where it isn't a field
 * @param rule the rule or criterion that refuses, such as {@code M5} or {@code C1a}, or null
 * @param arguments figures and names for the text, in the order the text takes them
 */
public record Refusal(Reason reason, String field, String rule, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(Reason reason, Object... arguments) {
        return new Refusal(reason, null, null, List.of(arguments));
    }

    public Refusal at(String theField) {
        return new Refusal(reason, theField, rule, arguments);
    }

    public Refusal by(String theRule) {
        return new Refusal(reason, field, theRule, arguments);
    }
}
