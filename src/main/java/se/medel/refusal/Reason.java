package se.medel.refusal;

import java.util.List;

/** Why something is refused. Each feature has its own enum of reasons. */
public interface Reason {

    /** What kind of no it is; the edge chooses the status by it. */
    enum Kind {
        /** What was entered can't be used; the one who entered it can put it right. */
        INVALID,
        /** The state of things doesn't allow it, now or any more. */
        CONFLICT,
        /** This user may not do it. */
        FORBIDDEN,
        /** It isn't there, or isn't there for this user. */
        NOT_FOUND,
        /** Somebody else has changed it since it was read. */
        STALE
    }

    Kind kind();

    /** The stable name of the reason, as it stands in a problem's type. */
    String name();

    /**
     * What the arguments of a refusal are called where a program reads them, in the order of the arguments; the text takes
     * them by their places.
     */
    default List<String> members() {
        return List.of();
    }
}
