package se.medel.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.medel.delegation.CaseSource;
import se.medel.refusal.Answer;
import se.medel.user.Actor;

/** Repayments, in which who prepares or decides can have a conflict of interest. */
@ApplicationScoped
class RepaymentCases implements CaseSource {

    @Inject
    RepaymentService repayments;

    @Inject
    SettlementDesk desk;

    @Override
    public String kind() {
        return "repayment";
    }

    @Override
    public Optional<Case> find(Actor actor, long id) {
        Answer<RepaymentView> found = repayments.find(actor, id);
        return found.isRefused() ? Optional.empty() : Optional.of(of(found.get()));
    }

    private Case of(RepaymentView repayment) {
        return new Case(
                repayment.subject(),
                repayment.roundId(),
                repayment.district(),
                desk.districtName(repayment.district()),
                "/repayments/" + repayment.id());
    }
}
