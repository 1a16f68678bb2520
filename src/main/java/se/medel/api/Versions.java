package se.medel.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;

/** The version of a thing as an entity tag, so that nobody writes over what somebody else has changed meanwhile. */
@ApplicationScoped
public class Versions {

    /** A version that nothing has, for a tag that isn't one of ours. */
    private static final long NEVER = -1;

    @Inject
    Refusals refusals;

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the client wants to change, from a header that must be there.
     *
     * @param current the version that the thing has now; taken for {@code *}
     */
    public long demanded(String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw refusals.refuse(428, "precondition-required");
        }
        return stated(ifMatch, current);
    }

    /** The same from a header that may be missing; null where it is. */
    public Long wanted(String ifMatch, long current) {
        return ifMatch == null || ifMatch.isBlank() ? null : (Long) stated(ifMatch, current);
    }

    /** Several tags can be listed; a weak one never matches, as RFC 9110 has it. */
    private static long stated(String ifMatch, long current) {
        boolean matches = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag(current)::equals);
        return matches ? current : NEVER;
    }
}
