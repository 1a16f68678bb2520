package se.medel.delegation.rules;

/** Why somebody has a conflict of interest (6 kap. 28 § kommunallagen). */
public enum ConflictGround {
    /** It concerns him or her or somebody close, or they gain or lose much by it. */
    OWN_MATTER,
    /** He or she or somebody close represents whom it concerns. */
    REPRESENTATIVE,
    /** It is supervision of a municipal activity to which he or she belongs. */
    SUPERVISION,
    /** He or she has spoken for somebody in the matter, or helped for pay. */
    AGENT,
    /** Anything else that can shake the trust in his or her impartiality. */
    OTHER
}
