package se.medel.claim.file;

import java.io.IOException;
import se.medel.refusal.Refusal;

/**
 * Carries a refusal out of the depths of reading, through the XML parser, to {@link ClaimFile}, which answers with it. Has
 * no cause: a parser's message may quote a cell.
 */
final class UnreadableFile extends IOException {

    private final transient Refusal refusal;

    UnreadableFile(FileFault fault, Object... arguments) {
        super(fault.name());
        this.refusal = Refusal.of(fault, arguments);
    }

    Refusal refusal() {
        return refusal;
    }
}
