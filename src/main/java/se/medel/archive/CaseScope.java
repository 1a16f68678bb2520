package se.medel.archive;

/**
 * What a case file is about: a whole round, or one application in it.
 *
 * @param application null for the whole round
 * @param district of the application; null for the whole round
 */
record CaseScope(String round, Long application, String district) {

    /** Stands before each query, so that all of them say the same about what belongs here. */
    static final String SQL =
            "with scope as (select cast(? as text) as round, cast(? as bigint) as application, cast(? as text) as"
                    + " district) ";

    static CaseScope of(String round) {
        return new CaseScope(round, null, null);
    }

    /** The parameters of {@link #SQL}. */
    Object[] parameters() {
        return new Object[] {round, application, district};
    }

    /** What the audit trail calls it. */
    String subject() {
        return application == null ? "round/" + round : "application/" + application;
    }

    /** The name of its package, of plain letters, digits and hyphens. */
    String packageName() {
        return "medel-" + round + (application == null ? "" : "-" + application);
    }
}
