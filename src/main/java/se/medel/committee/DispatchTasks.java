package se.medel.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;

/** The letters that the secretary has to send, round by round until none is left (D3), and the way to the meetings. */
@ApplicationScoped
class DispatchTasks implements TaskSource {

    @Inject
    DispatchService dispatches;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.is(Role.SECRETARY)) {
            return List.of();
        }
        MeetingMsg msg = MeetingTexts.in(language.now());
        List<Task> tasks = new ArrayList<>();
        dispatches
                .open()
                .forEach((round, letters) -> tasks.add(new Task(
                        letters == 1 ? msg.taskDispatchOne() : msg.taskDispatch(Formats.number(letters)),
                        "/rounds/" + round + "/dispatch",
                        rounds.round(round).map(RoundView::name).orElse(round))));
        tasks.add(new Task(msg.meetingsTitle(), "/meetings", null));
        return tasks;
    }
}
