package se.medel.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationDesk;
import se.medel.application.TrialMsg;
import se.medel.money.Kronor;
import se.medel.round.Chain;
import se.medel.round.Room;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.Outcome;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The clients of a round who wait in reserve, with what there is room for now. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
public class ReservePages {

    /**
     * A claim with clients in reserve.
     *
     * @param fits how many of them fit, in words
     * @param now what the decision in force gives
     * @param then what the proposed one would give; null where none fits
     * @param behind whether other claims' clients ahead in line take room that the chain leaves
     * @param href where the director writes the decision; null for who doesn't, and where none fits
     */
    record Claim(
            long id, String district, String fits, String now, String then, boolean behind, Chain chain, String href) {}

    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Reserve(RoundView round, List<Claim> claims, List<Room> room) implements TemplateInstance {}

    @Inject
    ReserveService reserves;

    @Inject
    RoundService rounds;

    @Inject
    ApplicationDesk desk;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/reserve")
    public TemplateInstance reserve(@RestPath String round) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        List<ReserveService.Proposal> waiting = reserves.waiting(me.actor(), round);
        return new Reserve(
                found,
                waiting.stream().map(this::claim).toList(),
                waiting.isEmpty() ? List.of() : desk.room(waiting.get(0).application()));
    }

    private Claim claim(ReserveService.Proposal proposal) {
        Texts texts = Texts.in(language.now());
        TrialMsg trial = desk.words().trial();
        Outcome alone = reserves.assess(proposal);
        long id = proposal.application().id();
        boolean fits = proposal.fitting() > 0;
        // The rate stands in the chain's first step (M3).
        Kronor more = new Kronor(alone.explanation().get(0).limit()).times(proposal.fitting());
        return new Claim(
                id,
                desk.districtName(proposal.application().district()),
                fits
                        ? trial.reserveFits(Long.toString(proposal.fitting()), Long.toString(proposal.reserve()))
                        : trial.reserveFull(Long.toString(proposal.reserve())),
                trial.reserveNow(
                        Integer.toString(proposal.inForce().number()),
                        texts.sum(
                                proposal.inForce().granted(), proposal.inForce().grantedClients())),
                fits ? trial.reserveThen(texts.sum(proposal.inForce().granted().plus(more), proposal.clients())) : null,
                proposal.fitting() < alone.clientsGranted(),
                Chain.of(alone, language.now()),
                fits && me.is(Role.DIRECTOR) ? "/applications/" + id + "/replace?reserve=true" : null);
    }
}
