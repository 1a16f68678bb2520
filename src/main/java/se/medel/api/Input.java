package se.medel.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;

/** Reads a request value by value and collects everything that is wrong with it. */
public final class Input {

    /** The largest amount that can be sent: 999 999 999 999 kronor. */
    public static final long MOST_KRONOR = 999_999_999_999L;

    /** The most clients that can be sent. */
    public static final long MOST_CLIENTS = 1_000_000;

    private final List<Refusal> faults = new ArrayList<>();

    /** What was wrong with what has been read so far. */
    public List<Refusal> faults() {
        return List.copyOf(faults);
    }

    /** Whether anything was wrong so far. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Notes a fault. */
    public void fault(Refusal fault) {
        faults.add(fault);
    }

    /** Notes a fault at a field. */
    public void fault(String field, InputRefusal reason, Object... arguments) {
        faults.add(Refusal.of(reason, arguments).at(field));
    }

    /**
     * Whole kronor from 0 up to {@link #MOST_KRONOR} (A2).
     *
     * @return null where there is none or a wrong one
     */
    public Kronor wholeKronor(Figure figure, String field, String rule) {
        BigDecimal number = number(figure, field, rule, 0, MOST_KRONOR);
        return number == null ? null : new Kronor(number);
    }

    /** Kronor with öre from 0 up to {@link #MOST_KRONOR}; null where there is none or a wrong one. */
    public Kronor kronor(Figure figure, String field, String rule) {
        BigDecimal number = number(figure, field, rule, 2, MOST_KRONOR);
        return number == null ? null : new Kronor(number);
    }

    /** Kronor with öre, also below zero, up to {@link #MOST_KRONOR} either way; null where there is none or a wrong one. */
    public Kronor signedKronor(Figure figure, String field, String rule) {
        boolean negative =
                figure != null && figure.fault() == null && figure.number().signum() < 0;
        Kronor amount = kronor(negative ? new Figure(figure.number().negate(), null) : figure, field, rule);
        return negative && amount != null ? Kronor.ZERO.minus(amount) : amount;
    }

    /** A whole number from 0 up to {@code most}; null where there is none or a wrong one. */
    public Long count(Figure figure, String field, String rule, long most) {
        BigDecimal number = number(figure, field, rule, 0, most);
        return number == null ? null : number.longValueExact();
    }

    private BigDecimal number(Figure figure, String field, String rule, int decimals, long most) {
        if (figure == null) {
            return null;
        }
        InputRefusal fault = figure.fault();
        if (fault == null && figure.number().signum() < 0) {
            fault = InputRefusal.NEGATIVE_NUMBER;
        } else if (fault == null && figure.number().stripTrailingZeros().scale() > decimals) {
            fault = decimals == 0 ? InputRefusal.NOT_A_WHOLE_NUMBER : InputRefusal.TOO_MANY_DECIMALS;
        } else if (fault == null && figure.number().compareTo(BigDecimal.valueOf(most)) > 0) {
            fault = InputRefusal.NUMBER_TOO_LARGE;
        }
        if (fault == null) {
            return figure.number();
        }
        Refusal refusal = fault == InputRefusal.NUMBER_TOO_LARGE
                ? Refusal.of(fault, BigDecimal.valueOf(most))
                : Refusal.of(fault);
        faults.add(refusal.at(field).by(rule));
        return null;
    }

    /** The value, which must be there. */
    public <T> T required(T value, String field) {
        if (value == null) {
            fault(field, InputRefusal.VALUE_MISSING);
        }
        return value;
    }

    /** A text of at most {@code most} characters, which must be there and not be blank; empty where it isn't. */
    public String text(String text, String field, int most) {
        if (text == null || text.isBlank()) {
            fault(field, InputRefusal.VALUE_MISSING);
            return "";
        }
        if (text.length() > most) {
            fault(field, InputRefusal.VALUE_TOO_LONG, most);
        }
        return text;
    }

    /** A list of at most {@code most} values; empty for null. */
    public <T> List<T> list(List<T> values, String field, int most) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            fault(field, InputRefusal.TOO_MANY_VALUES, most);
            return List.of();
        }
        return values;
    }

    /** The same of values that must all be there; empty where one isn't. */
    public <T> List<T> values(List<T> values, String field, int most) {
        List<T> read = list(values, field, most);
        if (read.stream().anyMatch(Objects::isNull)) {
            fault(field, InputRefusal.VALUE_MISSING);
            return List.of();
        }
        return read;
    }

    /**
     * One of the values of an enum, by its wire name; it must be there.
     *
     * @return null where it is missing or unknown
     */
    public <E extends Enum<E>> E known(String name, String field, Class<E> type, Function<String, Optional<E>> find) {
        if (name == null) {
            fault(field, InputRefusal.VALUE_MISSING);
            return null;
        }
        Optional<E> found = find.apply(name);
        if (found.isEmpty()) {
            fault(
                    field,
                    InputRefusal.UNKNOWN_VALUE,
                    Arrays.stream(type.getEnumConstants())
                            .map(JsonText::wireName)
                            .collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }
}
