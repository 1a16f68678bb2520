package se.medel.round.rules;

import se.medel.money.Kronor;

/**
 * Where a rule first bites: the ask at which it first takes something away, and what it takes in all.
 *
 * @param ask the first ask that the rule cut; of those that were cut together, the first of them
 * @param step the rule's link in that ask's chain, with its figures
 * @param number which district in order this is under its component: 11 for the eleventh co-financed district; zero where
 *     asks were cut together
 * @param client the first client that the rule doesn't let through, counted as the rule counts: in its group, or in the
 *     round; zero for what isn't asked for clients, and where asks were cut together
 * @param together how many asks had this turn together; one but in the proportional order (A7)
 * @param asksCut how many asks the rule cut in all
 * @param cut whole kronor that the rule took away in all
 * @param clientsCut clients that the rule took away in all
 */
public record Bite(
        Ask ask, Step step, int number, long client, int together, int asksCut, Kronor cut, long clientsCut) {

    /** The rule's id. */
    public String rule() {
        return step.rule();
    }

    /** Whether several asks had this turn together, so that there is no first one. */
    public boolean isShared() {
        return together > 1;
    }

    /** Whether this is the cap's bite; several caps can go by one rule, such as the caps of several groups. */
    public boolean isOf(Cap cap) {
        return isOf(cap.rule(), Step.Reason.of(cap.kind()), cap.name());
    }

    boolean isOf(Step other) {
        return isOf(other.rule(), other.reason(), other.name());
    }

    private boolean isOf(String rule, Step.Reason reason, String name) {
        return step.rule().equals(rule) && step.reason() == reason && java.util.Objects.equals(step.name(), name);
    }

    Bite andAlso(Step other) {
        return new Bite(
                ask,
                step,
                number,
                client,
                together,
                asksCut + 1,
                cut.plus(other.before().minus(other.after())),
                clientsCut + other.clientsBefore() - other.clientsAfter());
    }
}
