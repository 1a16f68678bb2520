package se.medel.committee.rules;

import java.util.List;
import java.util.Optional;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Reach;

/**
 * Where a model's ceiling binds, if every part of it were used in full (M5).
 *
 * @param parts what the parts come to together, in whole kronor
 * @param ceiling the most in all, in whole kronor
 * @param districts how many co-financed districts fit whole, once the other parts are used; null where all fit or the model has no
 *     co-financing
 * @param firstOut the slug of the district that is the first not to fit whole, in the model's order; null likewise
 * @param clients how many clients fit, once the other parts are used; null where all fit or the model compensates no clients
 */
public record Squeeze(Kronor parts, Kronor ceiling, Integer districts, String firstOut, Long clients) {

    public static Squeeze of(AllocationModel model) {
        List<Reach> reaches = Reach.of(model);
        Kronor parts = Reach.sum(reaches);
        Kronor ceiling = model.ceiling().amount();
        Kronor over = parts.isMoreThan(ceiling) ? parts.minus(ceiling) : Kronor.ZERO;
        Optional<Integer> districts = model.coFinancing()
                .filter(c -> over.isPositive())
                .map(c -> (int) Math.min(c.recipients().size(), whole(most(reaches, c.kind()), over, c.maximum())));
        Optional<Long> clients = model.clientCompensation()
                .filter(c -> over.isPositive())
                .map(c -> whole(most(reaches, c.kind()), over, c.rate()));
        return new Squeeze(
                parts,
                ceiling,
                districts.orElse(null),
                districts
                        .flatMap(fit -> model.coFinancing()
                                .map(Component.CoFinancing::recipients)
                                .filter(recipients -> fit < recipients.size())
                                .map(recipients -> recipients.get(fit)))
                        .orElse(null),
                clients.orElse(null));
    }

    /** By how much the parts are over the ceiling, in whole kronor; zero where everything fits. */
    public Kronor over() {
        return parts.isMoreThan(ceiling) ? parts.minus(ceiling) : Kronor.ZERO;
    }

    private static Kronor most(List<Reach> reaches, ComponentKind kind) {
        return reaches.stream()
                .filter(reach -> reach.component() == kind)
                .map(Reach::most)
                .findFirst()
                .orElse(Kronor.ZERO);
    }

    /** How many whole shares are left of a component when it alone bears what is over. */
    private static long whole(Kronor most, Kronor over, Kronor share) {
        return over.isMoreThan(most)
                ? 0
                : most.minus(over)
                        .amount()
                        .divideToIntegralValue(share.amount())
                        .longValueExact();
    }
}
