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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.committee.DispatchService.Sending;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.round.RoundPages;
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
import se.medel.web.Option;
import se.medel.web.Texts;

/** The letters about the committee's decision to the district committees (D3): each to read, and for the secretary to send. */
@Path("/rounds")
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
public class DispatchPages {

    /** @param sent when, how and by whom; null while it isn't */
    record Line(long id, String district, String decision, String sent) {}

    /** @param open those that can be marked as sent; empty for who sends none */
    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DispatchList(Form form, RoundView round, List<Line> lines, List<Option> open, List<Option> channels)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DispatchPage(RoundView round, Letter letter, DocumentView document, String pdf)
            implements TemplateInstance {}

    @Inject
    DispatchService dispatches;

    @Inject
    MeetingDocuments documents;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Path("/{round}/dispatch")
    public TemplateInstance list(@RestPath String round) {
        return page(Form.empty().with("sentOn", Formats.day(LocalDate.now(clock))), found(round));
    }

    @POST
    @Path("/{round}/dispatch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response send(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        LocalDate on = Days.read(form, "sentOn", RoundTexts.in(language.now()).dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, found));
        }
        Answer<List<DispatchView>> answer = dispatches.send(
                me.actor(),
                round,
                new Sending(
                        form.value("do").equals("all") ? null : ids(form),
                        on,
                        MeetingTexts.chosen(DispatchChannel.class, form.value("channel"))));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), page(form, found));
        }
        int sent = answer.get().size();
        MeetingMsg msg = MeetingTexts.in(language.now());
        flash.say(sent == 1 ? msg.dispatchSentOne() : msg.dispatchSent(Formats.number(sent)));
        return Answers.seeOther("/rounds/" + round + "/dispatch");
    }

    private static Set<Long> ids(Form form) {
        return form.values("ids").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private TemplateInstance page(Form form, RoundView round) {
        List<DispatchView> all = dispatches.ofRound(me.actor(), round.id());
        Map<String, String> names =
                districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        MeetingMsg msg = MeetingTexts.in(language.now());
        return new DispatchList(
                form,
                round,
                all.stream()
                        .map(dispatch -> new Line(
                                dispatch.id(), names.get(dispatch.district()), decision(dispatch), sent(dispatch, msg)))
                        .toList(),
                !me.is(Role.SECRETARY)
                        ? List.of()
                        : all.stream()
                                .filter(dispatch -> !dispatch.isSent())
                                .map(dispatch -> Option.of(
                                        Long.toString(dispatch.id()),
                                        names.get(dispatch.district()) + ", " + decision(dispatch)))
                                .toList(),
                MeetingTexts.options(DispatchChannel.class, language.now()));
    }

    private static String decision(DispatchView dispatch) {
        return Formats.day(dispatch.decision().date()) + " "
                + dispatch.decision().paragraph();
    }

    private String sent(DispatchView dispatch, MeetingMsg msg) {
        return dispatch.isSent()
                ? msg.dispatchSentBy(
                        Formats.day(dispatch.sentOn()),
                        Texts.in(language.now()).name(dispatch.channel()),
                        dispatch.sentBy())
                : null;
    }

    @GET
    @Path("/{round}/dispatch/{id}")
    public TemplateInstance letter(@RestPath String round, @RestPath long id) {
        RoundView found = found(round);
        Kept kept = kept(round, id);
        return new DispatchPage(found, kept.letter(), kept.document(), "/rounds/" + round + "/dispatch/" + id + "/pdf");
    }

    @GET
    @Path("/{round}/dispatch/{id}/pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response pdf(@RestPath String round, @RestPath long id, @Context Request request, RoutingContext context) {
        found(round);
        return PdfAnswer.of(kept(round, id).document(), request, context);
    }

    private Kept kept(String round, long id) {
        return documents.dispatch(dispatches.find(me.actor(), round, id).orElseThrow(NotFoundException::new));
    }

    private RoundView found(String round) {
        return rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .orElseThrow(NotFoundException::new);
    }
}
