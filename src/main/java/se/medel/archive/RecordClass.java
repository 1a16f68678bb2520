package se.medel.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents that it is decided how long to keep. */
public enum RecordClass {
    COMMITTEE_PAPER,
    APPLICATION,
    CLIENT_ROWS,
    DECISION,
    PAYMENT,
    COST_REPORT,
    RECEIVED_FILE,
    SETTLEMENT,
    AUDIT_TRAIL;

    /** What it is called in an address, as in JSON. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RecordClass> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(known -> known.wireName().equals(name))
                .findFirst();
    }
}
