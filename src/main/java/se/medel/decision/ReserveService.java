package se.medel.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.claim.Claims;
import se.medel.claim.Claims.InReserve;
import se.medel.claim.rules.Queue;
import se.medel.claim.rules.Queue.Waiting;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Assessment;
import se.medel.round.rules.Outcome;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Clients in reserve that there is room for again: proposed by themselves, decided by the director (A1). */
@ApplicationScoped
@Transactional
public class ReserveService {

    @Inject
    Claims claims;

    @Inject
    ApplicationService applications;

    @Inject
    Decisions decisions;

    @Inject
    RoundService rounds;

    /**
     * Clients of one claim that fit now.
     *
     * @param reserve how many of the claim's clients are in reserve
     * @param fitting how many of them there is room for
     * @param inForce the decision that would be replaced
     */
    public record Proposal(ApplicationView application, long reserve, long fitting, DecisionView inForce) {

        /** How many clients the replacing decision would compensate in all. */
        public long clients() {
            return inForce.grantedClients() + fitting;
        }
    }

    /** The round's proposals, first in line first; empty for who prepares and decides nothing. */
    public List<Proposal> proposals(Actor actor, String roundId) {
        boolean concerned = actor.role() == Role.OFFICER || actor.role() == Role.DIRECTOR;
        return concerned
                ? waiting(actor, roundId).stream()
                        .filter(claim -> claim.fitting() > 0)
                        .toList()
                : List.of();
    }

    /** What is proposed for one claim; empty where nothing of it fits. */
    public Optional<Proposal> proposal(Actor actor, String roundId, long applicationId) {
        return proposals(actor, roundId).stream()
                .filter(proposal -> proposal.application().id() == applicationId)
                .findFirst();
    }

    /** What the rules leave for a claim's clients in reserve if it were alone in line, with the chain (A8). */
    public Outcome assess(Proposal claim) {
        ApplicationView application = claim.application();
        return Assessment.of(
                rounds.modelInForce(application.roundId()).orElseThrow().model(),
                rounds.committed(application.roundId()),
                Ask.clientCompensation(application.district(), claim.reserve()));
    }

    /**
     * Every claim with clients in reserve, also where none of them fits, those that fit first; empty for who sees no other
     * district's claims.
     */
    public List<Proposal> waiting(Actor actor, String roundId) {
        Optional<ModelView> model = rounds.modelInForce(roundId);
        boolean concerned =
                actor.role() == Role.OFFICER || actor.role() == Role.DIRECTOR || actor.role() == Role.AUDITOR;
        if (!concerned || model.isEmpty() || rounds.round(roundId).orElseThrow().state() == RoundState.CLOSED) {
            return List.of();
        }
        List<InReserve> reserve = claims.reserve(roundId);
        if (reserve.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> claimOf =
                reserve.stream().collect(Collectors.toMap(one -> one.waiting().row(), InReserve::applicationId));
        Map<Long, Long> inReserve =
                reserve.stream().collect(Collectors.groupingBy(InReserve::applicationId, Collectors.counting()));
        List<Waiting> fitting = Queue.fitting(
                model.get().model(),
                rounds.committed(roundId),
                reserve.stream().map(InReserve::waiting).toList());
        Map<Long, Long> byClaim = fitting.stream()
                .collect(Collectors.groupingBy(
                        client -> claimOf.get(client.row()), LinkedHashMap::new, Collectors.counting()));
        Queue.inOrder(reserve.stream().map(InReserve::waiting).toList())
                .forEach(client -> byClaim.putIfAbsent(claimOf.get(client.row()), 0L));
        return byClaim.entrySet().stream()
                .map(entry -> new Proposal(
                        applications.find(actor, entry.getKey()).get(),
                        inReserve.get(entry.getKey()),
                        entry.getValue(),
                        decisions.inForce(entry.getKey()).orElseThrow().view()))
                .toList();
    }
}
