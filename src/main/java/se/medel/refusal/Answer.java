package se.medel.refusal;

import java.util.List;
import java.util.function.Function;

/** What a service answers: the thing asked for, or every reason why not. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    record Refused<T>(List<Refusal> refusals) implements Answer<T> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refusal without a reason");
            }
        }
    }

    static <T> Answer<T> of(T value) {
        return new Given<>(value);
    }

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    static <T> Answer<T> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    static <T> Answer<T> refused(Reason reason, Object... arguments) {
        return refused(Refusal.of(reason, arguments));
    }

    default boolean isRefused() {
        return this instanceof Refused;
    }

    /** The refusals, empty where the answer was given. */
    default List<Refusal> refusals() {
        return this instanceof Refused<T> refused ? refused.refusals() : List.of();
    }

    /** The value. A refusal here is a bug: whoever calls this knows that there can be none. */
    default T get() {
        if (this instanceof Given<T> given) {
            return given.value();
        }
        throw new IllegalStateException("Refused: " + refusals());
    }

    default <U> Answer<U> then(Function<T, Answer<U>> next) {
        if (this instanceof Given<T> given) {
            return next.apply(given.value());
        }
        return refused(refusals());
    }

    default <U> Answer<U> map(Function<T, U> change) {
        return then(value -> of(change.apply(value)));
    }
}
