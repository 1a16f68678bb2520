package se.medel.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed into a form that can't be used any more, under the words it was asked with: the one who wrote it can still
 * copy it. What was left empty is left out.
 */
public final class Typed {

    /** What was typed in one field. */
    public record Line(String label, String text) {}

    private final Form form;
    private final List<Line> lines = new ArrayList<>();

    private Typed(Form form) {
        this.form = form;
    }

    public static Typed in(Form form) {
        return new Typed(form);
    }

    /** A field as it was typed. */
    public Typed text(String name, String label) {
        return line(label, form.value(name));
    }

    /** A choice in the words it was made with. */
    public Typed choice(String name, String label, List<Option> options) {
        return line(
                label,
                options.stream()
                        .filter(option -> form.chosen(name, option.value()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(""));
    }

    private Typed line(String label, String text) {
        if (!text.isEmpty()) {
            lines.add(new Line(label, text));
        }
        return this;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
