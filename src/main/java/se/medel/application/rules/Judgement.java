package se.medel.application.rules;

/**
 * What an officer finds about one criterion.
 *
 * @param reason why, in the officer's words; demanded for everything but a plain "met"
 */
public record Judgement(Criterion criterion, Verdict verdict, String reason) {

    /** What an officer can find. */
    public enum Verdict {
        MET,
        NOT_MET,
        TO_BE_COMPLETED
    }
}
