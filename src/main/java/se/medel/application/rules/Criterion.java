package se.medel.application.rules;

import java.util.Arrays;
import java.util.Optional;

/** The criteria for getting money (section 3 of the domain). */
public enum Criterion {
    C1A("C1a"),
    C1B("C1b"),
    C1C("C1c"),
    C2A("C2a"),
    C2B("C2b"),
    C2C("C2c"),
    C2D("C2d"),
    C3("C3");

    private final String rule;

    Criterion(String rule) {
        this.rule = rule;
    }

    /** The id as the committee's text has it. */
    public String rule() {
        return rule;
    }

    public static Optional<Criterion> ofRule(String rule) {
        return Arrays.stream(values()).filter(c -> c.rule.equals(rule)).findFirst();
    }
}
