package se.medel.committee.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the committee report, in the house's order. */
public enum Chapter {
    /** The numbered points D1 to D3. */
    PROPOSAL(true, true),
    SIGNATURES(false, true),
    SUMMARY(true, true),
    BACKGROUND(true, true),
    PREPARATION(true, true),
    /** The matter with the model and its arithmetic. */
    MATTER(true, true),
    CRITERIA(true, true),
    YEAR_END(true, true),
    COORDINATION(true, true),
    /** What the administration thinks of it. */
    OPINION(true, false),
    ECONOMY(true, false),
    EQUALITY(true, false),
    CHILDREN(true, false),
    PROPOSAL_AGAIN(false, true),
    APPENDICES(true, true);

    private final boolean written;
    private final boolean inHouseOrder;

    Chapter(boolean written, boolean inHouseOrder) {
        this.written = written;
        this.inHouseOrder = inHouseOrder;
    }

    /** Its name in addresses and in the API, such as {@code year-end}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Chapter> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.wireName().equals(name))
                .findFirst();
    }

    /** Whether an officer writes a text in it. */
    public boolean isWritten() {
        return written;
    }

    /** Whether it is on until somebody turns it off. */
    public boolean isInHouseOrder() {
        return inHouseOrder;
    }

    /** Whether the report says something there without a text: the chapter's own figures or points. */
    public boolean speaksForItself() {
        return switch (this) {
            case PROPOSAL, SIGNATURES, PROPOSAL_AGAIN, MATTER, CRITERIA, YEAR_END -> true;
            default -> false;
        };
    }
}
