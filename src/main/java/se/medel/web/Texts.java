package se.medel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;

/**
 * Words for values, looked up by the value's own name in {@code texts/values_sv.properties} and {@code values_en}. Pages'
 * fixed texts stand in type-safe bundles; here stand those whose key is data. A test sees to it that none is missing.
 */
public final class Texts {

    private static final Texts SWEDISH = new Texts("sv");
    private static final Texts ENGLISH = new Texts("en");

    private final Properties texts = new Properties();

    private Texts(String language) {
        try (InputStream file = Texts.class.getResourceAsStream("/texts/values_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a language; Swedish for every language but English. */
    public static Texts in(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : SWEDISH;
    }

    public static Texts swedish() {
        return SWEDISH;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text with {@code {0}}, {@code {1}} … filled in. A missing key is a bug. */
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", words(arguments[i]));
        }
        return text;
    }

    /** What a value of an enum is called, such as {@code Medfinansiering} for {@code ComponentKind.CO_FINANCING}. */
    public String name(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /**
     * Why something is refused, in one or two sentences that also say what to do. A field can have words of its own, such as
     * one that asks for clients where others ask for an amount.
     */
    public String refusal(Refusal refusal) {
        String key = "refusal." + refusal.reason().name();
        String ofField = key + "." + refusal.field();
        return text(has(ofField) ? ofField : key, refusal.arguments().toArray());
    }

    /** Such as "1 klient" and "40 klienter". */
    public String clients(long count) {
        return text(count == 1 ? "clients.one" : "clients.many", count);
    }

    /** An amount as a list or a heading says it: the clients first, where they are what is counted. */
    public String sum(Kronor kronor, long clients) {
        String amount = Formats.kr(kronor.amount());
        return clients > 0 ? clients(clients) + ", " + amount : amount;
    }

    private String words(Object argument) {
        if (argument instanceof Kronor kronor) {
            return Formats.kr(kronor.amount());
        }
        if (argument instanceof BigDecimal number) {
            return Formats.number(number);
        }
        if (argument instanceof Long number) {
            return Formats.number(number);
        }
        if (argument instanceof LocalDate date) {
            return Formats.day(date);
        }
        if (argument instanceof Enum<?> value) {
            return name(value);
        }
        return String.valueOf(argument);
    }
}
