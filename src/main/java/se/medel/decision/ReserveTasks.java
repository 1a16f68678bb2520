package se.medel.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.application.ApplicationWords;
import se.medel.application.TrialMsg;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** Where room has come back for clients in reserve. */
@ApplicationScoped
class ReserveTasks implements TaskSource {

    @Inject
    ReserveService reserves;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.is(Role.OFFICER) && !me.is(Role.DIRECTOR)) {
            return List.of();
        }
        TrialMsg trial = ApplicationWords.in(language.now()).trial();
        return rounds.all().stream()
                // Of the years that are over there is nothing to ask, and there are more of them each year.
                .filter(round -> round.state() != RoundState.CLOSED)
                .flatMap(round -> reserves.proposals(me.actor(), round.id()).stream()
                        .map(proposal -> task(proposal, round, trial)))
                .toList();
    }

    private Task task(ReserveService.Proposal proposal, RoundView round, TrialMsg trial) {
        String slug = proposal.application().district();
        return new Task(
                trial.reserveTask(districts.bySlug(slug).map(DistrictView::name).orElse(slug)),
                "/rounds/" + round.id() + "/reserve",
                round.name() + ", "
                        + trial.reserveFits(Long.toString(proposal.fitting()), Long.toString(proposal.reserve())));
    }
}
