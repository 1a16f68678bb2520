package se.medel.committee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.committee.MeetingService.Afterwards;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Paged;
import se.medel.web.Texts;

/** The committee's meetings, what was decided at each, and when the minutes were approved and the notice put up. */
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class MeetingPages {

    /** A year has about ten. */
    private static final int AT_ONCE = 25;

    /**
     * A meeting as a line.
     *
     * @param decided its paragraphs with what they are about
     */
    record Line(long id, String day, List<String> decided, String approved, String posted, boolean late) {}

    /** @param text what was changed, null where nothing was */
    record Point(String rule, String what, String outcome, String colour, String text) {}

    /** @param version the number of the version that was approved, null for none */
    record Decided(
            String paragraph, String round, String roundName, String caseNumber, Integer version, List<Point> points) {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MeetingList(Paged<Line> meetings) implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MeetingPage(
            Form form, MeetingView meeting, List<String> warnings, List<Decided> decisions, boolean mayFollow)
            implements TemplateInstance {}

    @Inject
    MeetingService meetings;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list(@RestQuery String page) {
        // Which round a decision is about is looked up for the meetings that are shown.
        List<MeetingView> all = meetings.all();
        Paged<MeetingView> shown = Paged.of(all, Paged.number(page), AT_ONCE, "/meetings", language.msg());
        return new MeetingList(new Paged<>(
                shown.rows().stream().map(this::line).toList(),
                shown.all(),
                shown.page(),
                shown.before(),
                shown.after()));
    }

    private Line line(MeetingView meeting) {
        return new Line(
                meeting.id(),
                Formats.day(meeting.heldOn()),
                Stream.concat(
                                meeting.decisions().stream()
                                        .map(decision -> decision.paragraph() + ", "
                                                + round(decision).name()),
                                meeting.delegationLists().stream().map(this::reported))
                        .toList(),
                day(meeting.minutesApprovedOn()),
                day(meeting.noticePostedOn()),
                !meeting.warnings().isEmpty());
    }

    private String reported(DelegationListView list) {
        return list.paragraph() + ", " + DelegationListTexts.in(language.now()).title(list.number());
    }

    private static String day(LocalDate day) {
        return day == null ? null : Formats.day(day);
    }

    private RoundView round(CommitteeDecisionView decision) {
        return rounds.round(decision.round()).orElseThrow();
    }

    @GET
    @Path("/{meeting}")
    public TemplateInstance meeting(@RestPath("meeting") long id) {
        MeetingView meeting = found(id);
        return page(
                Form.empty()
                        .with("minutesApprovedOn", day(meeting.minutesApprovedOn()))
                        .with("noticePostedOn", day(meeting.noticePostedOn()))
                        .with("version", meeting.version()),
                meeting);
    }

    @POST
    @Path("/{meeting}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response follow(@RestPath("meeting") long id, MultivaluedMap<String, String> posted) {
        MeetingView meeting = found(id);
        Form form = Form.of(posted);
        String malformed = RoundTexts.in(language.now()).dateMalformed();
        LocalDate approved = Days.read(form, "minutesApprovedOn", malformed);
        LocalDate notice = Days.read(form, "noticePostedOn", malformed);
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, meeting));
        }
        Answer<MeetingView> answer = meetings.follow(me.actor(), id, version(form), new Afterwards(approved, notice));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            if (answer.refusals().get(0).reason() == MeetingRefusal.MEETING_STALE) {
                form.with("version", found(id).version());
            }
            return Answers.refused(answer.refusals(), page(form, found(id)));
        }
        flash.say(MeetingTexts.in(language.now()).meetingSaved());
        return Answers.seeOther("/meetings/" + id);
    }

    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    private MeetingView found(long id) {
        return meetings.find(id).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Form form, MeetingView meeting) {
        Texts texts = Texts.in(language.now());
        return new MeetingPage(
                form,
                meeting,
                meeting.warnings().stream().map(texts::name).toList(),
                meeting.decisions().stream().map(this::decided).toList(),
                me.is(Role.SECRETARY));
    }

    private Decided decided(CommitteeDecisionView decision) {
        MeetingMsg msg = MeetingTexts.in(language.now());
        RoundView round = round(decision);
        return new Decided(
                decision.paragraph(),
                round.id(),
                round.name(),
                round.caseNumber(),
                decision.approvedVersion(),
                Stream.of(
                                point("D1", msg.d1(), decision.d1()),
                                point("D2", msg.d2(), decision.d2()),
                                point("D3", msg.d3(), decision.d3()))
                        .toList());
    }

    private Point point(String rule, String what, MeetingPoint point) {
        return new Point(
                rule,
                what,
                Texts.in(language.now()).name(point.outcome()),
                MeetingTexts.colour(point.outcome()),
                point.text());
    }
}
