package se.medel.committee;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.model2014;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.medel.application.ApplicationView;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;

/** Decisions made on delegation, and lists of them. */
@ApplicationScoped
public class DelegationListFixture {

    @Inject
    RoundFixture cases;

    @Inject
    DecisionService decisions;

    @Inject
    DelegationListService lists;

    ApplicationView prepared() {
        return cases.prepared(cases.openRound(model2014()), BROMMA, ComponentKind.CO_FINANCING, 200_000);
    }

    DecisionView decide(ApplicationView application) {
        return decisions
                .decide(DIRECTOR, application.roundId(), application.id(), null, AS_RECOMMENDED)
                .get();
    }

    public DecisionView decided() {
        return decide(prepared());
    }

    /** The number of a list that was just closed. */
    public int closed() {
        decided();
        return lists.close(SECRETARY, lists.open().number(), null).get().number();
    }
}
