package se.medel.costreport.sie;

import java.io.IOException;
import se.medel.refusal.Refusal;

/** Carries a refusal out of the depths of reading to {@link SieFile}, which answers with it. */
final class UnreadableSie extends IOException {

    private final transient Refusal refusal;

    UnreadableSie(SieFault fault, Object... arguments) {
        super(fault.name());
        this.refusal = Refusal.of(fault, arguments);
    }

    Refusal refusal() {
        return refusal;
    }
}
