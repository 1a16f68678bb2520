package se.medel.costreport.ledger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.medel.costreport.sie.ObjectPair;

/**
 * What is expected of a district's ledger in a round.
 *
 * @param organisationNumber ten digits; null where it is the city's own
 * @param objects those that are the district's own; empty where nothing is said
 * @param version for optimistic locking; -1 where nothing was ever set
 */
public record LedgerSettingView(
        String roundId, String district, String organisationNumber, List<ObjectPair> objects, long version) {

    private static final Pattern OBJECT = Pattern.compile("([0-9]{1,4})\\s*:\\s*(\\S.{0,99})");

    public LedgerSettingView {
        objects = List.copyOf(objects);
    }

    /** As it is written in a form: {@code 6:SIG14, 1:4711}. */
    public String objectsText() {
        return objects.stream().map(LedgerSettingView::text).collect(Collectors.joining(", "));
    }

    /** An object as {@link #text} writes it, if it is one. */
    static Optional<ObjectPair> parsed(String text) {
        Matcher object = OBJECT.matcher(text.strip());
        return object.matches()
                ? Optional.of(new ObjectPair(Integer.parseInt(object.group(1)), object.group(2)))
                : Optional.empty();
    }

    public static String text(ObjectPair object) {
        return object.dimension() + ":" + object.code();
    }
}
