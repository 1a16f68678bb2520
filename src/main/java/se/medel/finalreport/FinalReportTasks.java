package se.medel.finalreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Language;

/** A round that is closed waits for its final report (Y6). */
@ApplicationScoped
class FinalReportTasks implements TaskSource {

    @Inject
    FinalReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        if (me.role() != Role.OFFICER) {
            return List.of();
        }
        return rounds.all().stream()
                .filter(round -> round.state() == RoundState.CLOSED && !reports.hasFixed(round.id()))
                .map(round -> new Task(
                        FinalReportPages.msg(language).task(), "/rounds/" + round.id() + "/final-report", round.name()))
                .toList();
    }
}
