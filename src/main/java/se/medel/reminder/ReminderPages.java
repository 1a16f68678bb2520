package se.medel.reminder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.deadline.Due;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** What is late and what has been reminded of: a district's own, or all in the social administration's roles. */
@Path("/reminders")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class ReminderPages {

    private static final int ON_A_PAGE = 50;

    /**
     * Something that is late.
     *
     * @param district null where it is several districts'
     * @param href null where this user can't see it
     */
    record Late(String what, String href, String round, String district, String who, LocalDate due, String lateness) {}

    /**
     * A reminder in words.
     *
     * @param facts what more there is to say about its state
     */
    record Line(
            LocalDate made,
            String what,
            String href,
            String round,
            String district,
            String who,
            String recipient,
            LocalDate due,
            String step,
            String state,
            String colour,
            List<String> facts,
            String title,
            String body) {}

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReminderList(boolean all, List<Late> overdue, List<Line> lines, String newest, String older)
            implements TemplateInstance {}

    @Inject
    ReminderService reminders;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    public TemplateInstance list(@RestQuery String before) {
        Long beforeId = before != null && before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
        // One more than is shown tells whether there are older ones.
        List<ReminderView> found = reminders.seenBy(me.actor(), beforeId, ON_A_PAGE + 1);
        List<ReminderView> shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Names names = new Names();
        return new ReminderList(
                !me.role().ofDistrict(),
                reminders.overdueFor(me.actor()).stream().map(names::late).toList(),
                shown.stream().map(names::line).toList(),
                beforeId == null ? null : "/reminders",
                found.size() <= ON_A_PAGE
                        ? null
                        : "/reminders?before=" + shown.get(shown.size() - 1).id());
    }

    /** The names of rounds and districts, read once for the page. */
    private final class Names {

        private final Texts texts = Texts.in(language.now());
        private final ReminderWords words = ReminderWords.in(language.now());
        private final LocalDate today = LocalDate.now(clock);
        private final Map<String, String> roundNames =
                rounds.all().stream().collect(Collectors.toMap(RoundView::id, RoundView::name));
        private final Map<String, String> districtNames =
                districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));

        Late late(Due due) {
            return new Late(
                    texts.name(due.kind()),
                    due.href(),
                    roundNames.get(due.roundId()),
                    districtNames.get(due.district()),
                    texts.name(due.kind().audience()),
                    due.dueOn(),
                    words.time(due.daysLate(today)));
        }

        Line line(ReminderView reminder) {
            return new Line(
                    reminder.madeOn(),
                    texts.name(reminder.kind()),
                    reminder.href(),
                    roundNames.get(reminder.roundId()),
                    districtNames.get(reminder.district()),
                    texts.name(reminder.audience()),
                    reminder.recipient(),
                    reminder.dueOn(),
                    texts.name(reminder.step()),
                    texts.name(reminder.state()),
                    colour(reminder.state()),
                    facts(reminder),
                    reminder.title(),
                    reminder.body());
        }

        private List<String> facts(ReminderView reminder) {
            List<String> facts = new ArrayList<>();
            if (reminder.sentAt() != null) {
                facts.add(words.msg().sentAt(Formats.moment(reminder.sentAt())));
            }
            if (reminder.fault() != null) {
                facts.add(texts.name(reminder.fault()));
            }
            if (reminder.tries() > 1 || reminder.tries() == 1 && reminder.sentAt() == null) {
                facts.add(words.msg().tries(Integer.toString(reminder.tries())));
            }
            if (reminder.nextTry() != null && reminder.tries() > 0) {
                facts.add(words.msg().nextTry(Formats.moment(reminder.nextTry())));
            }
            return facts;
        }
    }

    private static String colour(ReminderState state) {
        return switch (state) {
            case STORED -> "grey";
            case WAITING -> "yellow";
            case SENT -> "green";
            case FAILED -> "red";
        };
    }
}
