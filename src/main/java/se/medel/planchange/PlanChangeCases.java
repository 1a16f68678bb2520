package se.medel.planchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.medel.delegation.CaseSource;
import se.medel.refusal.Answer;
import se.medel.user.Actor;

/** Plan changes, in which who prepares or decides can have a conflict of interest. */
@ApplicationScoped
class PlanChangeCases implements CaseSource {

    @Inject
    PlanChangeService changes;

    @Inject
    PlanChangeWords words;

    @Override
    public String kind() {
        return "plan-change";
    }

    @Override
    public Optional<Case> find(Actor actor, long id) {
        Answer<PlanChangeView> found = changes.find(actor, id);
        return found.isRefused() ? Optional.empty() : Optional.of(of(found.get()));
    }

    private Case of(PlanChangeView change) {
        return new Case(
                change.subject(),
                change.roundId(),
                change.district(),
                words.caption(change.district(), change.roundId()),
                "/plan-changes/" + change.id());
    }
}
