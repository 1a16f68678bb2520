package se.medel.committee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.round.RoundTexts;
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

/** The lists of decisions made on delegation: the one that grows, and those that are closed and reported. */
@Path("/delegation-lists")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class DelegationListPages {

    /** A year has about ten. */
    private static final int AT_ONCE = 25;

    /**
     * A list as a line.
     *
     * @param reported where; null while it isn't
     */
    record Line(int number, String state, String colour, String period, String decisions, String reported) {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DelegationListList(Paged<Line> lists) implements TemplateInstance {}

    /**
     * @param closed when and by whom; null while it is open
     * @param meeting where it was reported; null while it isn't
     * @param document null while it is open
     */
    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DelegationListPage(
            Form form,
            Line list,
            String closed,
            Long meeting,
            Letter letter,
            DocumentView document,
            boolean mayClose,
            boolean mayReport)
            implements TemplateInstance {}

    @Inject
    DelegationListService lists;

    @Inject
    DelegationListDocuments documents;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    public TemplateInstance list(@RestQuery String page) {
        return new DelegationListList(Paged.of(
                lists.all().stream().map(this::line).toList(),
                Paged.number(page),
                AT_ONCE,
                "/delegation-lists",
                language.msg()));
    }

    @GET
    @Path("/{number}")
    public TemplateInstance list(@RestPath int number) {
        return page(Form.empty().with("date", Formats.day(LocalDate.now(clock))), number);
    }

    @POST
    @Path("/{number}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response close(@RestPath int number, MultivaluedMap<String, String> posted) {
        Answer<DelegationListView> answer = lists.close(me.actor(), number, null);
        if (answer.isRefused()) {
            return refused(answer, Form.of(posted), number);
        }
        documents.kept(number);
        return done(DelegationListTexts.in(language.now()).closeDone(), number);
    }

    @POST
    @Path("/{number}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response report(@RestPath int number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate date = Days.read(form, "date", RoundTexts.in(language.now()).dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, number));
        }
        Answer<DelegationListView> answer = lists.report(me.actor(), number, null, date, form.value("paragraph"));
        return answer.isRefused()
                ? refused(answer, form, number)
                : done(DelegationListTexts.in(language.now()).reportDone(), number);
    }

    @GET
    @Path("/{number}/pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response pdf(@RestPath int number, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(
                documents.kept(number).orElseThrow(NotFoundException::new).document(), request, context);
    }

    private Response refused(Answer<?> answer, Form form, int number) {
        form.reject(answer.refusals(), language.now());
        return Answers.refused(answer.refusals(), page(form, number));
    }

    private Response done(String said, int number) {
        flash.say(said);
        return Answers.seeOther("/delegation-lists/" + number);
    }

    private TemplateInstance page(Form form, int number) {
        DelegationListContent content = lists.find(number).orElseThrow(NotFoundException::new);
        DelegationListView list = content.list();
        Kept kept = documents.kept(content).orElse(null);
        DelegationListMsg msg = DelegationListTexts.in(language.now());
        return new DelegationListPage(
                form,
                line(list),
                list.closedAt() == null ? null : msg.by(Formats.moment(list.closedAt()), list.closedBy()),
                list.meeting(),
                kept == null ? documents.letter(content) : kept.letter(),
                kept == null ? null : kept.document(),
                me.is(Role.SECRETARY) && list.state() == DelegationListState.OPEN && list.decisions() > 0,
                me.is(Role.SECRETARY) && list.state() == DelegationListState.CLOSED);
    }

    private Line line(DelegationListView list) {
        return new Line(
                list.number(),
                Texts.in(language.now()).name(list.state()),
                switch (list.state()) {
                    case OPEN -> "blue";
                    case CLOSED -> "yellow";
                    case REPORTED -> "green";
                },
                period(list.since(), list.closedAt()),
                Formats.number(list.decisions()),
                list.meeting() == null
                        ? null
                        : DelegationListTexts.in(language.now())
                                .reportedAt(Formats.day(list.reportedOn()), list.paragraph()));
    }

    private String period(Instant since, Instant until) {
        DelegationListMsg msg = DelegationListTexts.in(language.now());
        if (since == null) {
            return until == null ? msg.periodAll() : msg.periodUntil(Formats.moment(until));
        }
        return until == null
                ? msg.periodFrom(Formats.moment(since))
                : msg.periodBetween(Formats.moment(since), Formats.moment(until));
    }
}
