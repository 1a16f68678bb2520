package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.Section;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.Chain;
import se.medel.round.Room;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;
import se.medel.web.Typed;

/** An application as a whole: the district's task list and what it does with it, and everybody's reading of it. */
@Path("/applications/{id}")
@Produces(MediaType.TEXT_HTML)
public class ApplicationPages {

    /** A section in the task list. */
    record Item(String title, String href, String status, boolean done) {}

    /** Something that is wrong, with the way to where it is put right; no way where there is none. */
    record Lack(String text, String href) {}

    /** What can be done with the application, by role and state. */
    record Actions(
            boolean sign,
            boolean withdraw,
            boolean receipt,
            boolean prepare,
            boolean prepareAgain,
            boolean prepareAsDirector,
            boolean prepareAnew,
            boolean completion,
            boolean decide,
            boolean replace,
            boolean decision) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TaskList(
            ApplicationDesk.Head head,
            List<Item> items,
            boolean complete,
            String left,
            ApplicationDesk.Completion completion)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Reading(
            ApplicationDesk.Head head,
            List<ApplicationDesk.ReadPart> parts,
            ApplicationDesk.Claimed claimed,
            List<String> overlaps,
            String overlapAnswer,
            Chain chain,
            List<Room> room,
            ApplicationDesk.Prepared prepared,
            List<ApplicationDesk.Count> foundAnew,
            ApplicationDesk.Completion completion,
            Actions actions,
            String signed,
            String withdrawn,
            boolean ofDistrict,
            String roundId,
            Form form)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(
            ApplicationDesk.Head head,
            Form form,
            List<Lack> lacks,
            List<ApplicationDesk.ReadPart> parts,
            List<String> overlaps,
            ApplicationDesk.Completion completion,
            ClaimDesk.Total claim,
            boolean signs,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Receipt(ApplicationDesk.Head head, String asked, String submittedBy, boolean signed, boolean completed)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Withdraw(ApplicationDesk.Head head, Form form, long version) implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    ApplicationDesk desk;

    @Inject
    ClaimDesk claims;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public TemplateInstance show(@RestPath long id, @RestQuery Integer page) {
        ApplicationView application = desk.application(id);
        if (application.isClaim() && me.role().ofDistrict()) {
            return claims.page(application, Form.empty(), page == null ? 1 : page);
        }
        return me.role().ofDistrict() && application.state().isEditable()
                ? taskList(application)
                : reading(application, Form.empty());
    }

    @GET
    @Path("/check")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response check(@RestPath long id) {
        ApplicationView application = desk.application(id);
        return application.state().isEditable()
                ? Response.ok(check(application, Form.empty())).build()
                : Answers.seeOther("/applications/" + id);
    }

    @POST
    @Path("/check")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ApplicationView before = desk.application(id);
        Answer<ApplicationView> submitted =
                applications.submit(me.actor(), id, ApplicationDesk.version(form), form.value("completionAnswer"));
        if (submitted.isRefused()) {
            return refused(before, form, submitted.refusals());
        }
        return Answers.seeOther("/applications/" + id + "/receipt");
    }

    private Response refused(ApplicationView before, Form form, List<Refusal> refusals) {
        if (!before.state().isEditable()) {
            String answer = form.value("completionAnswer");
            if (!answer.isEmpty() && !answer.equals(before.completionAnswer())) {
                return desk.overtaken(
                        before,
                        Typed.in(form)
                                .text("completionAnswer", desk.words().msg().checkAnswer()));
            }
            // Sent twice, or by a colleague meanwhile: the receipt is the answer.
            return before.receipt() == null
                    ? Answers.seeOther("/applications/" + before.id())
                    : Answers.seeOther("/applications/" + before.id() + "/receipt");
        }
        // What the sections lack stands in a list of its own, with ways to where it is put right.
        refusals.stream()
                .filter(refusal ->
                        refusal.reason().kind() != Reason.Kind.INVALID || "completionAnswer".equals(refusal.field()))
                .forEach(refusal -> form.reject(List.of(refusal), language.now()));
        boolean invalid = refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID);
        return invalid ? Answers.toBeCorrected(check(before, form)) : Answers.conflict(check(before, form));
    }

    @GET
    @Path("/receipt")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response receipt(@RestPath long id) {
        ApplicationView application = desk.application(id);
        if (application.receipt() == null || application.state().isEditable()) {
            return Answers.seeOther("/applications/" + id);
        }
        return Response.ok(new Receipt(
                        desk.head(application),
                        kr(application),
                        application.submittedBy(),
                        application.signedBy() != null,
                        application.completionAnswer() != null))
                .build();
    }

    @POST
    @Path("/sign")
    @RolesAllowed(Roles.DISTRICT_DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        desk.application(id);
        Answer<ApplicationView> signed = applications.sign(me.actor(), id);
        if (signed.isRefused()) {
            form.reject(signed.refusals(), language.now());
            ApplicationView now = desk.application(id);
            return now.state().isEditable()
                    ? Answers.seeOther("/applications/" + id)
                    : Answers.conflict(now.isClaim() ? claims.page(now, form, 1) : reading(now, form));
        }
        flash.say(desk.words().msg().signed());
        return Answers.seeOther("/applications/" + id);
    }

    /** So that the language switch works on what a refused signature shows. */
    @GET
    @Path("/sign")
    @RolesAllowed(Roles.DISTRICT_DIRECTOR)
    public Response signed(@RestPath long id) {
        return Answers.seeOther("/applications/" + id);
    }

    @GET
    @Path("/withdraw")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response withdraw(@RestPath long id) {
        ApplicationView application = desk.application(id);
        return application.state().mayBecome(ApplicationState.WITHDRAWN)
                ? Response.ok(new Withdraw(desk.head(application), Form.empty(), application.version()))
                        .build()
                : Answers.seeOther("/applications/" + id);
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ApplicationView before = desk.application(id);
        Answer<ApplicationView> withdrawn =
                applications.withdraw(me.actor(), id, ApplicationDesk.version(form), form.value("reason"));
        if (withdrawn.isRefused()) {
            form.reject(withdrawn.refusals(), language.now());
            TemplateInstance page = new Withdraw(desk.head(before), form, before.version());
            return withdrawn.refusals().stream()
                            .allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                    ? Answers.toBeCorrected(page)
                    : Answers.conflict(page);
        }
        flash.say(desk.words().msg().withdrawnDone());
        return Answers.seeOther("/applications/" + id);
    }

    private TemplateInstance taskList(ApplicationView application) {
        List<Refusal> missing = applications.missing(application);
        ApplicationMsg msg = desk.words().msg();
        List<Item> items = Arrays.stream(Section.values())
                .map(section -> {
                    long left = missing.stream()
                            .filter(refusal -> Completeness.sectionOf(refusal.field()) == section)
                            .count();
                    String status = left == 0
                            ? msg.taskDone()
                            : ApplicationWords.isUntouched(section, application.content())
                                    ? msg.taskNotStarted()
                                    : left == 1 ? msg.taskOneLeft() : msg.taskLeft(Long.toString(left));
                    return new Item(
                            Texts.in(language.now()).name(section),
                            "/applications/" + application.id() + "/" + section.wireName(),
                            status,
                            left == 0);
                })
                .toList();
        long done = items.stream().filter(Item::done).count();
        return new TaskList(
                desk.head(application),
                items,
                missing.isEmpty(),
                msg.taskProgress(Long.toString(done), Integer.toString(items.size())),
                desk.completion(application));
    }

    private TemplateInstance reading(ApplicationView application, Form form) {
        ApplicationState state = application.state();
        ApplicationWords words = desk.words();
        boolean ofDistrict = me.role().ofDistrict();
        Optional<PreparationView> preparation = ofDistrict ? Optional.empty() : preparations.of(application.id());
        return new Reading(
                desk.head(application),
                desk.parts(application.content(), null),
                ofDistrict ? null : desk.claimed(application),
                words.overlaps(application.content()),
                preparation.map(PreparationView::overlapAnswer).orElse(null),
                ofDistrict || !(state == ApplicationState.SUBMITTED || state == ApplicationState.PREPARED)
                        ? null
                        : desk.chain(application).orElse(null),
                ofDistrict ? List.of() : desk.room(application),
                preparation.map(done -> desk.prepared(done)).orElse(null),
                preparation.filter(PreparationView::isAnew).isPresent() ? foundAnew(application) : null,
                desk.completion(application),
                actions(application, preparation),
                application.signedBy() == null
                        ? null
                        : words.msg().signedBy(application.signedBy(), Formats.moment(application.signedAt())),
                application.withdrawnReason(),
                ofDistrict,
                application.roundId(),
                form);
    }

    private List<ApplicationDesk.Count> foundAnew(ApplicationView application) {
        return desk.tried(preparations.asFound(application));
    }

    private Actions actions(ApplicationView application, Optional<PreparationView> preparation) {
        ApplicationState state = application.state();
        boolean own = me.role().ofDistrict();
        boolean officer = me.is(Role.OFFICER);
        boolean director = me.is(Role.DIRECTOR);
        boolean submitted = state == ApplicationState.SUBMITTED;
        boolean prepared = state == ApplicationState.PREPARED;
        boolean mayPrepareAnew =
                state.isDecided() && preparations.barred(application).isEmpty();
        return new Actions(
                me.is(Role.DISTRICT_DIRECTOR) && application.signedBy() == null && (submitted || prepared),
                own && state.mayBecome(ApplicationState.WITHDRAWN),
                own && application.receipt() != null && state != ApplicationState.WITHDRAWN,
                officer && submitted,
                officer && prepared,
                director && submitted,
                officer && mayPrepareAnew,
                officer && (submitted || prepared),
                director && prepared,
                director
                        && mayPrepareAnew
                        && preparation.filter(PreparationView::isAnew).isPresent(),
                state.isDecided());
    }

    private TemplateInstance check(ApplicationView application, Form form) {
        ApplicationWords words = desk.words();
        if (application.isClaim()) {
            return claimCheck(application, form);
        }
        String address = "/applications/" + application.id() + "/";
        List<Lack> lacks = applications.missing(application).stream()
                .map(refusal -> new Lack(
                        words.fault(refusal),
                        address + Completeness.sectionOf(refusal.field()).wireName() + "?faults=true#"
                                + refusal.field()))
                .toList();
        return new Check(
                desk.head(application),
                form,
                lacks,
                desk.parts(application.content(), address),
                words.overlaps(application.content()),
                desk.completion(application),
                null,
                me.is(Role.DISTRICT_DIRECTOR),
                application.version());
    }

    private TemplateInstance claimCheck(ApplicationView claim, Form form) {
        return new Check(
                desk.head(claim),
                form,
                claims.lacks(claim, applications.missing(claim)),
                List.of(),
                List.of(),
                desk.completion(claim),
                claims.total(claim),
                me.is(Role.DISTRICT_DIRECTOR),
                claim.version());
    }

    private static String kr(ApplicationView application) {
        return Formats.kr(application.asked().amount());
    }
}
