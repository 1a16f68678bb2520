package se.medel.round.rules;

import java.util.List;
import se.medel.money.Kronor;

/**
 * What an ask gives, and why.
 *
 * @param asked whole kronor asked for; clients times the rate for client compensation
 * @param granted whole kronor that fit; the last figure of the chain
 * @param clientsGranted clients that fit; zero for components that don't count clients
 * @param explanation the chain of rules from asked to granted, in the order they were tried (A8); never empty
 */
public record Outcome(Ask ask, Kronor asked, Kronor granted, long clientsGranted, List<Step> explanation) {

    public Outcome {
        explanation = List.copyOf(explanation);
    }

    /** The rules that took something away, in the order they did, each once. */
    public List<String> binding() {
        return explanation.stream()
                .filter(Step::isBinding)
                .map(Step::rule)
                .distinct()
                .toList();
    }

    /** What is committed when this outcome is decided on top of {@code committed}. */
    public Commitments addTo(Commitments committed) {
        return granted.isPositive() ? committed.plus(ask.cell(), granted, clientsGranted) : committed;
    }
}
