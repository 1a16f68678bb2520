package se.medel.delegation;

import java.util.Optional;
import se.medel.user.Actor;

/** Cases of one kind that somebody can have a conflict of interest in: each feature that has such cases has a bean. */
public interface CaseSource {

    /**
     * A case.
     *
     * @param subject as the audit trail names it, such as {@code application/17}
     * @param caption what it is called where its page is linked
     * @param href its page
     */
    record Case(String subject, String roundId, String district, String caption, String href) {}

    /** The first part of the subject, such as {@code application}. */
    String kind();

    /** The case, where the user sees it and it isn't closed to preparation and decision. */
    Optional<Case> find(Actor actor, long id);
}
