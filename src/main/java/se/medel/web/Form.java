package se.medel.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.medel.refusal.Refusal;

/**
 * What was typed into a form, as it was typed, and what is wrong with it. The same template shows it empty, filled from
 * the database and refused, so nothing typed is ever lost. The tags ({@code {#field form=form name="amount" …/}}) read
 * values and errors from here.
 */
public final class Form {

    /**
     * What is wrong with one field; the summary links to it.
     *
     * @param field the field's name, which is also its id; empty where the form as a whole is refused
     * @param text what is wrong and how to put it right
     */
    public record Fault(String field, String text) {}

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Form() {}

    /** A form in which nothing is filled in. */
    public static Form empty() {
        return new Form();
    }

    /** What was posted. */
    public static Form of(MultivaluedMap<String, String> posted) {
        Form form = new Form();
        posted.forEach((name, texts) ->
                form.values.put(name, texts.stream().map(Form::storable).toList()));
        return form;
    }

    /** Fills a field in before it is shown; null leaves it empty. */
    public Form with(String name, Object value) {
        if (value != null) {
            values.put(name, List.of(value.toString()));
        }
        return this;
    }

    /** Fills in a field that has several values, such as checkboxes. */
    public Form withAll(String name, List<String> several) {
        values.put(name, List.copyOf(several));
        return this;
    }

    /** What was typed, without blanks around it; empty if nothing was. */
    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0).strip();
    }

    /** All values of a field that can have several. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a choice was made. */
    public boolean chosen(String name, String value) {
        return values(name).contains(value);
    }

    /** Whether the field was in what was posted, filled in or not. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names of all that was posted, in its order; for rows that are numbered in their names. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Refuses a field, or with an empty name the form as a whole. The first refusal of a field stands. */
    public Form reject(String name, String text) {
        errors.putIfAbsent(name, text);
        return this;
    }

    /** Refuses every field that a service refused; what isn't about a field refuses the form as a whole. */
    public Form reject(List<Refusal> refusals, Locale locale) {
        refusals.forEach(refusal -> reject(
                refusal.field() == null ? "" : refusal.field(), Texts.in(locale).refusal(refusal)));
        return this;
    }

    /** Whether anything is refused. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Why a field is refused, null if it isn't. */
    public String error(String name) {
        return errors.get(name);
    }

    /** Everything that is refused, in the order in which it was. */
    public List<Fault> errors() {
        List<Fault> all = new ArrayList<>();
        errors.forEach((field, text) -> all.add(new Fault(field, text)));
        return all;
    }

    /** Reads whole kronor; refuses the field and gives null where that can't be done. */
    public BigDecimal wholeKronor(String name, Msg msg) {
        return amount(name, Amounts.wholeKronor(value(name)), msg);
    }

    /** Reads kronor and öre (scale 2); refuses the field and gives null where that can't be done. */
    public BigDecimal kronorAndOre(String name, Msg msg) {
        return amount(name, Amounts.kronorAndOre(value(name)), msg);
    }

    /** The same, and also below zero, for what can be credited. */
    public BigDecimal signedKronorAndOre(String name, Msg msg) {
        return amount(name, Amounts.signedKronorAndOre(value(name)), msg);
    }

    /** Reads a whole number from 0 to {@code most}; refuses the field and gives null where that can't be done. */
    public Integer count(String name, int most, Msg msg) {
        Amounts.Reading reading = Amounts.count(value(name), most);
        if (reading.accepted()) {
            return reading.amount().intValueExact();
        }
        reject(
                name,
                switch (reading.refusal()) {
                    case MISSING -> msg.formCountMissing();
                    case NOT_A_NUMBER -> msg.formCountNotANumber();
                    case NEGATIVE -> msg.formCountNegative();
                    case DECIMALS, ORE -> msg.formCountDecimals();
                    case TOO_LARGE -> msg.formCountTooLarge(Integer.toString(most));
                });
        return null;
    }

    private BigDecimal amount(String name, Amounts.Reading reading, Msg msg) {
        if (!reading.accepted()) {
            reject(name, amountText(reading.refusal(), msg));
        }
        return reading.amount();
    }

    /** Why a text is no amount, for people; the API says it with the same words. */
    public static String amountText(Amounts.Refusal refusal, Msg msg) {
        return switch (refusal) {
            case MISSING -> msg.formAmountMissing();
            case NOT_A_NUMBER -> msg.formAmountNotANumber();
            case NEGATIVE -> msg.formAmountNegative();
            case DECIMALS -> msg.formAmountDecimals();
            case ORE -> msg.formAmountOre();
            case TOO_LARGE -> msg.formAmountTooLarge();
        };
    }

    /** PostgreSQL can't store the character 0, and nobody types it; line ends as everywhere else. */
    private static String storable(String text) {
        return text.replace("\u0000", "").replace("\r\n", "\n");
    }
}
