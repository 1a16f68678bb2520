package se.medel.participant.rules;

/** Why a participant rests (P9). */
public enum RestingReason {
    STABLE,
    SERVING_SENTENCE,
    IN_CUSTODY
}
