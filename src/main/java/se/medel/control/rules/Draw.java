package se.medel.control.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A sample that anyone can draw again: each report's number is hashed together with the seed, and those with the smallest
 * hashes are drawn. With a seed that nobody could choose each report is as likely as any other. By any other tool:
 *
 * <pre>for id in 3 8 11; do echo "$(printf '%s:%s' "$seed" "$id" | sha256sum) $id"; done | sort | head -2</pre>
 */
public final class Draw {

    /** How a draw is made; a draw that is made otherwise some day says another name. */
    public static final String ALGORITHM = "SHA-256";

    private Draw() {}

    /**
     * The reports that are drawn, by their numbers.
     *
     * @param seed stands before the number and a colon in what is hashed
     * @param size how many, at most as many as there are
     */
    public static List<Long> of(String seed, Collection<Long> reports, int size) {
        return reports.stream()
                .distinct()
                .sorted(Comparator.comparing((Long report) -> hash(seed, report)))
                .limit(size)
                .sorted()
                .toList();
    }

    /** The hash of one report, in hexadecimal. */
    public static String hash(String seed, long report) {
        try {
            byte[] text = (seed + ":" + report).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(ALGORITHM).digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many reports so many per cent of them are: never less than one, and a part of one is one. */
    public static int size(int percent, int reports) {
        return Math.max(1, (int) ((long) percent * reports + 99) / 100);
    }
}
