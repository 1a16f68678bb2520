package se.medel.committee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfAnswer;
import se.medel.refusal.Answer;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** A round's instructions for the follow-up and the year's account: to read, and for an officer to write and fix. */
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
public class InstructionsPages {

    /** @param fixed when and by whom, null for a draft */
    record Line(int number, String fixed, boolean inForce) {}

    /**
     * @param asked what was asked for, where it is what held on a day; else null
     * @param letter null where there is none to show
     * @param document null for a draft
     * @param write what who may write can do: go on with the draft or begin one; null for others
     */
    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InstructionsPage(
            RoundView round,
            String asked,
            Letter letter,
            DocumentView document,
            String pdf,
            List<Line> versions,
            String write)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "committee", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InstructionsEdit(Form form, RoundView round, int number, List<Option> parts, boolean mayFix)
            implements TemplateInstance {}

    @Inject
    InstructionsService instructions;

    @Inject
    MeetingDocuments documents;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    /** The version in force, or the one that was on a day. */
    @GET
    @Path("/{round}/instructions")
    public TemplateInstance inForce(@RestPath String round, @RestQuery LocalDate on) {
        RoundView found = found(round);
        if (on == null) {
            return page(found, null, instructions.inForce(me.actor(), round));
        }
        Optional<InstructionsView> held = instructions.inForce(me.actor(), round, on);
        String day = Formats.day(on);
        return page(
                found,
                held.map(view -> msg().heldOn(Integer.toString(view.number()), day))
                        .orElseGet(() -> msg().noneOn(day)),
                held);
    }

    @GET
    @Path("/{round}/instructions/{version}")
    public TemplateInstance version(@RestPath String round, @RestPath int version) {
        return page(found(round), null, Optional.of(shown(round, version)));
    }

    private TemplateInstance page(RoundView round, String asked, Optional<InstructionsView> shown) {
        Optional<Kept> kept = shown.filter(InstructionsView::isFixed).map(documents::instructions);
        List<InstructionsView> all = instructions.versions(me.actor(), round.id());
        return new InstructionsPage(
                round,
                asked,
                kept.map(Kept::letter)
                        .or(() -> shown.map(documents::instructionsText))
                        .orElse(null),
                kept.map(Kept::document).orElse(null),
                shown.map(view -> "/rounds/" + round.id() + "/instructions/" + view.number() + "/pdf")
                        .orElse(null),
                lines(all),
                writes() && round.state() != RoundState.CLOSED ? write(all) : null);
    }

    private String write(List<InstructionsView> all) {
        return all.stream()
                .filter(next -> next.isUnwritten() && next.number() > 1)
                .findFirst()
                .map(next -> msg().begin(Integer.toString(next.number())))
                .orElseGet(() -> msg().editTitle());
    }

    /** The versions that somebody has written. */
    private List<Line> lines(List<InstructionsView> all) {
        int inForce = all.stream()
                .filter(InstructionsView::isFixed)
                .mapToInt(InstructionsView::number)
                .max()
                .orElse(0);
        return all.stream()
                .filter(view -> !view.isUnwritten())
                .map(view -> new Line(
                        view.number(),
                        view.isFixed() ? msg().fixedBy(Formats.moment(view.fixedAt()), view.fixedBy()) : null,
                        view.number() == inForce))
                .toList();
    }

    private boolean writes() {
        return me.is(Role.OFFICER) || me.is(Role.DIRECTOR);
    }

    @GET
    @Path("/{round}/instructions/{version}/pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response pdf(
            @RestPath String round, @RestPath int version, @Context Request request, RoutingContext context) {
        found(round);
        InstructionsView shown = shown(round, version);
        if (!shown.isFixed()) {
            throw new NotFoundException();
        }
        return PdfAnswer.of(documents.instructions(shown).document(), request, context);
    }

    @GET
    @Path("/{round}/instructions/edit")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response edit(@RestPath String round) {
        RoundView found = found(round);
        if (found.state() == RoundState.CLOSED) {
            return Answers.seeOther("/rounds/" + round + "/instructions");
        }
        InstructionsView draft = instructions.draft(me.actor(), round).get();
        Form form = Form.empty().with("version", draft.version());
        draft.parts().forEach(part -> form.with(part.part().name(), part.text()));
        return Response.ok(editPage(form, found)).build();
    }

    @POST
    @Path("/{round}/instructions/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
    public Response edit(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        Map<InstructionsPart, String> texts = new EnumMap<>(InstructionsPart.class);
        Arrays.stream(InstructionsPart.values()).forEach(part -> texts.put(part, form.value(part.name())));
        boolean fix = form.value("do").equals("fix");
        Answer<InstructionsView> answer = fix
                ? instructions.fix(me.actor(), round, version(form), texts)
                : instructions.save(me.actor(), round, version(form), texts);
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            if (answer.refusals().get(0).reason() == InstructionsRefusal.INSTRUCTIONS_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", instructions.draft(me.actor(), round).get().version());
            }
            return Answers.refused(answer.refusals(), editPage(form, found));
        }
        flash.say(fix ? msg().fixedDone() : msg().saved());
        return Answers.seeOther(
                "/rounds/" + round + "/instructions/" + answer.get().number());
    }

    /** A version that isn't a number is as stale as one can be; the one of a text that nobody has written yet is negative. */
    private static long version(Form form) {
        String version = form.value("version");
        return version.matches("-?[0-9]{1,18}") ? Long.parseLong(version) : Long.MIN_VALUE;
    }

    private TemplateInstance editPage(Form form, RoundView round) {
        Texts texts = Texts.in(language.now());
        return new InstructionsEdit(
                form,
                round,
                instructions.draft(me.actor(), round.id()).get().number(),
                Arrays.stream(InstructionsPart.values())
                        .map(part -> Option.of(part.name(), texts.name(part)))
                        .toList(),
                round.state().hasApprovedModel());
    }

    private InstructionsView shown(String round, int version) {
        return instructions.version(me.actor(), round, version).orElseThrow(NotFoundException::new);
    }

    private RoundView found(String round) {
        return rounds.round(round)
                .filter(found -> RoundPages.seesRound(me.role(), found))
                .orElseThrow(NotFoundException::new);
    }

    private InstructionsMsg msg() {
        return MessageBundles.get(
                InstructionsMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
