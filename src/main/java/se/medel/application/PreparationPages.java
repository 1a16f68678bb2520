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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.Chain;
import se.medel.round.Room;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.Outcome;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Typed;

/** The officer's two pages about an application: to judge and recommend, and to ask for a completion. */
@Path("/applications/{id}")
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class PreparationPages {

    /** A criterion with what the application says about it, and the names of the fields it is judged in. */
    record Judged(String rule, String name, List<ApplicationWords.Row> says, String verdict, String reason) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Prepare(
            ApplicationDesk.Head head,
            Form form,
            List<Judged> criteria,
            List<Option> verdicts,
            List<ApplicationWords.Row> otherFunding,
            List<String> overlaps,
            Chain chain,
            List<Room> room,
            List<Option> recommendations,
            List<Option> orders,
            boolean director,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestCompletion(ApplicationDesk.Head head, Form form, long version) implements TemplateInstance {}

    private static final int DAYS_TO_COMPLETE = 14;

    /** What is wrong only if a grant is recommended. */
    private static final Set<Reason> OF_A_GRANT = Set.of(
            ApplicationRefusal.CRITERION_NOT_MET,
            ApplicationRefusal.OVERLAP_UNANSWERED,
            ApplicationRefusal.RECOMMENDATION_MISSING);

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    ApplicationDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Path("/prepare")
    public Response prepare(@RestPath long id) {
        ApplicationView application = desk.application(id);
        if (!application.state().mayBecome(ApplicationState.PREPARED)) {
            return Answers.seeOther("/applications/" + id);
        }
        Outcome most = applications.assess(application).orElseThrow();
        return Response.ok(page(application, most, filled(id, most))).build();
    }

    @POST
    @Path("/prepare")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response prepare(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ApplicationView before = desk.application(id);
        Answer<PreparationView> prepared =
                preparations.prepare(me.actor(), id, ApplicationDesk.version(form), work(form));
        if (prepared.isRefused()) {
            return prepareRefused(before, form, prepared.refusals());
        }
        flash.say(desk.words().msg().prepared());
        return Answers.seeOther("/applications/" + id);
    }

    private Response prepareRefused(ApplicationView before, Form form, List<Refusal> refusals) {
        if (!before.state().mayBecome(ApplicationState.PREPARED)) {
            return desk.overtaken(before, typed(form));
        }
        Outcome most = applications.assess(before).orElseThrow();
        List<Refusal> told = isChosen(form)
                ? refusals
                : refusals.stream()
                        .filter(refusal -> !OF_A_GRANT.contains(refusal.reason()))
                        .toList();
        form.reject(inOrder(told, true), language.now());
        readRecommendation(form);
        form.reject(inOrder(told, false), language.now());
        TemplateInstance page = page(before, most, form);
        return told.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                ? Answers.toBeCorrected(page)
                : Answers.conflict(page);
    }

    private Typed typed(Form form) {
        ApplicationMsg msg = desk.words().msg();
        Typed typed = Typed.in(form);
        for (Criterion criterion : Criterion.values()) {
            typed.choice(verdictField(criterion), msg.prepareVerdict(criterion.rule()), verdicts())
                    .text(reasonField(criterion), msg.prepareReason(criterion.rule()));
        }
        return typed.text("overlapAnswer", msg.prepareOverlapAnswer())
                .choice("recommends", msg.prepareRecommends(), recommendations())
                .text("recommendedKronor", msg.prepareAmount())
                .choice("order", msg.prepareOrder(), orders())
                .text("reasons", msg.prepareReasons());
    }

    private List<Option> verdicts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> Option.of(verdict.name(), desk.words().name(verdict)))
                .toList();
    }

    private List<Option> recommendations() {
        ApplicationMsg msg = desk.words().msg();
        return List.of(Option.of("grant", msg.prepareGrant()), Option.of("refuse", msg.prepareRefuse()));
    }

    private List<Option> orders() {
        return Arrays.stream(AllocationOrder.values())
                .map(order -> Option.of(order.wireName(), desk.words().name(order)))
                .toList();
    }

    /** The refusals of judgements in the order of the criteria, or else the other ones. */
    private static List<Refusal> inOrder(List<Refusal> refusals, boolean judgements) {
        List<String> rules =
                Arrays.stream(Criterion.values()).map(Criterion::rule).toList();
        return refusals.stream()
                .filter(refusal -> judgements
                        == (refusal.field() != null && refusal.field().startsWith("judgements.")))
                .sorted(Comparator.comparingInt(refusal -> rules.indexOf(refusal.rule())))
                .toList();
    }

    private static boolean isChosen(Form form) {
        return form.chosen("recommends", "grant") || form.chosen("recommends", "refuse");
    }

    /** Reads the amount where a grant is recommended; says at its field what can't be read. */
    private Kronor readRecommendation(Form form) {
        if (!isChosen(form)) {
            form.reject("recommends", desk.words().msg().prepareChoose());
            return null;
        }
        BigDecimal amount =
                form.chosen("recommends", "grant") ? form.wholeKronor("recommendedKronor", language.msg()) : null;
        return amount == null ? null : new Kronor(amount);
    }

    private PreparationService.Work work(Form form) {
        List<Judgement> judgements = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Arrays.stream(Verdict.values())
                    .filter(verdict -> form.chosen(verdictField(criterion), verdict.name()))
                    .findFirst()
                    .ifPresent(verdict -> judgements.add(
                            new Judgement(criterion, verdict, orNull(form.value(reasonField(criterion))))));
        }
        Form reading = Form.empty()
                .withAll("recommends", form.values("recommends"))
                .with("recommendedKronor", form.value("recommendedKronor"));
        // Where neither is chosen, it is asked for a grant without an amount, which is always refused.
        boolean grants = !form.chosen("recommends", "refuse");
        return new PreparationService.Work(
                judgements,
                orNull(form.value("overlapAnswer")),
                grants,
                readRecommendation(reading),
                null,
                AllocationOrder.ofWireName(form.value("order")).orElse(null),
                orNull(form.value("reasons")));
    }

    /** What was prepared before, or the most that the rules give as the amount to start from. */
    private Form filled(long id, Outcome most) {
        Form form = Form.empty();
        Optional<PreparationView> before = preparations.of(id);
        if (before.isEmpty()) {
            return form.with("recommendedKronor", Formats.number(most.granted().amount()));
        }
        PreparationView done = before.get();
        done.judgements().forEach(judgement -> form.with(verdictField(judgement.criterion()), judgement.verdict())
                .with(reasonField(judgement.criterion()), judgement.reason()));
        return form.with("overlapAnswer", done.overlapAnswer())
                .with("recommends", done.recommendsGrant() ? "grant" : "refuse")
                .with(
                        "recommendedKronor",
                        Formats.number(
                                done.recommendsGrant()
                                        ? done.recommendedKronor().amount()
                                        : most.granted().amount()))
                .with(
                        "order",
                        done.allocationOrder() == null
                                ? null
                                : done.allocationOrder().wireName())
                .with("reasons", done.reasons());
    }

    private TemplateInstance page(ApplicationView application, Outcome most, Form form) {
        ApplicationWords words = desk.words();
        List<ApplicationWords.Row> rows = words.parts(application.content()).stream()
                .flatMap(part -> part.rows().stream())
                .toList();
        return new Prepare(
                desk.head(application),
                form,
                Arrays.stream(Criterion.values())
                        .map(criterion -> new Judged(
                                criterion.rule(),
                                words.name(criterion),
                                about(criterion.rule(), rows),
                                verdictField(criterion),
                                reasonField(criterion)))
                        .toList(),
                verdicts(),
                about("K3", rows),
                words.overlaps(application.content()),
                Chain.of(most, language.now()),
                desk.room(application),
                recommendations(),
                orders(),
                me.is(Role.DIRECTOR),
                application.version());
    }

    private static List<ApplicationWords.Row> about(String rule, List<ApplicationWords.Row> rows) {
        return rows.stream().filter(row -> row.rule().equals(rule)).toList();
    }

    private static String verdictField(Criterion criterion) {
        return "judgements." + criterion.rule() + ".verdict";
    }

    private static String reasonField(Criterion criterion) {
        return "judgements." + criterion.rule() + ".reason";
    }

    @GET
    @Path("/completion")
    public Response completion(@RestPath long id) {
        ApplicationView application = desk.application(id);
        if (!application.state().mayBecome(ApplicationState.COMPLETION_REQUESTED)) {
            return Answers.seeOther("/applications/" + id);
        }
        Form form = Form.empty().with("due", Formats.day(LocalDate.now(clock).plusDays(DAYS_TO_COMPLETE)));
        return Response.ok(new RequestCompletion(desk.head(application), form, application.version()))
                .build();
    }

    @POST
    @Path("/completion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response completion(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ApplicationView before = desk.application(id);
        Answer<ApplicationView> requested = applications.requestCompletion(
                me.actor(), id, ApplicationDesk.version(form), form.value("request"), day(form));
        if (requested.isRefused()) {
            if (!before.state().mayBecome(ApplicationState.COMPLETION_REQUESTED)) {
                ApplicationMsg msg = desk.words().msg();
                return desk.overtaken(
                        before,
                        Typed.in(form).text("request", msg.requestText()).text("due", msg.requestDue()));
            }
            form.reject(requested.refusals(), language.now());
            TemplateInstance page = new RequestCompletion(desk.head(before), form, before.version());
            return requested.refusals().stream()
                            .allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                    ? Answers.toBeCorrected(page)
                    : Answers.conflict(page);
        }
        flash.say(desk.words().msg().completionRequested());
        return Answers.seeOther("/applications/" + id);
    }

    /** Reads 2014-05-31, 20140531, 2014/5/31 and 2014 5 31; refuses the field and gives null where that can't be done. */
    private LocalDate day(Form form) {
        java.util.regex.Matcher typed = java.util.regex.Pattern.compile(
                        "([0-9]{4})[-./\\s]?([0-9]{1,2})[-./\\s]?([0-9]{1,2})")
                .matcher(form.value("due"));
        try {
            if (typed.matches()) {
                return LocalDate.of(
                        Integer.parseInt(typed.group(1)),
                        Integer.parseInt(typed.group(2)),
                        Integer.parseInt(typed.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            // Said below, like every other text that is no day.
        }
        form.reject("due", desk.words().msg().completionDueUnreadable());
        return null;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
