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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Input;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.Claims.Finding;
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

    /**
     * A client of a claim that is tried.
     *
     * @param notes what has come up since the claim was submitted
     */
    record Client(ApplicationDesk.ClientLine line, List<String> notes, String rule, String reason) {}

    /** The clients of a claim, and the rules that they can fail. */
    record Clients(List<Client> rows, List<Option> rules) {}

    /** A criterion with what the application says about it, and the names of the fields it is judged in. */
    record Judged(String rule, String name, List<ApplicationWords.Row> says, String verdict, String reason) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Prepare(
            ApplicationDesk.Head head,
            Form form,
            Clients clients,
            List<Judged> criteria,
            List<Option> verdicts,
            List<ApplicationWords.Row> otherFunding,
            List<String> overlaps,
            Chain chain,
            List<Room> room,
            List<Option> recommendations,
            List<Option> orders,
            boolean director,
            boolean decided,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestCompletion(ApplicationDesk.Head head, Form form, long version) implements TemplateInstance {}

    private static final int DAYS_TO_COMPLETE = 14;

    private static final Pattern ROW_RULE = Pattern.compile("rows\\.([0-9]{1,18})\\.rule");

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
        if (preparations.barred(application).isPresent()) {
            return Answers.seeOther("/applications/" + id);
        }
        List<Claims.Tried> clients = tried(application);
        return Response.ok(page(application, filled(application, clients), clients))
                .build();
    }

    @POST
    @Path("/prepare")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response prepare(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ApplicationView before = desk.application(id);
        if (form.value("do").equals("count") && preparations.barred(before).isEmpty()) {
            // Without a script the page counts again only when it is asked to; nothing is kept.
            List<Claims.Tried> clients = tried(before);
            form.with("recommendedClients", most(before, form, clients).clientsGranted());
            return Response.ok(page(before, form, clients)).build();
        }
        Answer<PreparationView> prepared =
                preparations.prepare(me.actor(), id, ApplicationDesk.version(form), work(form, before.isClaim()));
        if (prepared.isRefused()) {
            return prepareRefused(before, form, prepared.refusals());
        }
        flash.say(
                before.state().isDecided()
                        ? desk.words().msg().preparedAnew()
                        : desk.words().msg().prepared());
        return Answers.seeOther("/applications/" + id);
    }

    private Response prepareRefused(ApplicationView before, Form form, List<Refusal> refusals) {
        Optional<Refusal> barred = preparations.barred(before);
        if (barred.isPresent()) {
            return desk.overtaken(before, desk.words().refusal(barred.get()), typed(before, form));
        }
        List<Refusal> told = isChosen(form)
                ? refusals
                : refusals.stream()
                        .filter(refusal -> !OF_A_GRANT.contains(refusal.reason()))
                        .toList();
        form.reject(told.stream().filter(PreparationPages::isOfRow).toList(), language.now());
        form.reject(inOrder(told, true), language.now());
        readRecommendation(form, before.isClaim());
        form.reject(inOrder(told, false), language.now());
        TemplateInstance page = page(before, form, tried(before));
        return told.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                ? Answers.toBeCorrected(page)
                : Answers.conflict(page);
    }

    private static boolean isOfRow(Refusal refusal) {
        return refusal.field() != null && refusal.field().startsWith("rows.");
    }

    private Typed typed(ApplicationView application, Form form) {
        ApplicationMsg msg = desk.words().msg();
        Typed typed = Typed.in(form);
        if (application.isClaim()) {
            applications.rows(me.actor(), application.id()).get().forEach(row -> typed.choice(
                            ruleField(row.id()),
                            desk.words().trial().finding(row.code()),
                            desk.words().rowRules())
                    .text(reasonField(row.id()), desk.words().trial().reason(row.code())));
        }
        for (Criterion criterion : Criterion.values()) {
            typed.choice(verdictField(criterion), msg.prepareVerdict(criterion.rule()), verdicts())
                    .text(reasonField(criterion), msg.prepareReason(criterion.rule()));
        }
        return typed.text("overlapAnswer", msg.prepareOverlapAnswer())
                .choice("recommends", msg.prepareRecommends(), recommendations())
                .text("recommendedKronor", msg.prepareAmount())
                .text("recommendedClients", desk.words().trial().recommended())
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
                .filter(refusal -> !isOfRow(refusal))
                .sorted(Comparator.comparingInt(refusal -> rules.indexOf(refusal.rule())))
                .toList();
    }

    private static boolean isChosen(Form form) {
        return form.chosen("recommends", "grant") || form.chosen("recommends", "refuse");
    }

    /** What a grant is recommended to come to; null where it can't be read. */
    private record Recommended(Kronor kronor, Long clients) {}

    /** Reads the amount or the clients where a grant is recommended; says at its field what can't be read. */
    private Recommended readRecommendation(Form form, boolean claim) {
        if (!isChosen(form)) {
            form.reject("recommends", desk.words().msg().prepareChoose());
        } else if (form.chosen("recommends", "grant") && claim) {
            Integer clients = form.count("recommendedClients", (int) Input.MOST_CLIENTS, language.msg());
            return new Recommended(null, clients == null ? null : clients.longValue());
        } else if (form.chosen("recommends", "grant")) {
            BigDecimal amount = form.wholeKronor("recommendedKronor", language.msg());
            return new Recommended(amount == null ? null : new Kronor(amount), null);
        }
        return new Recommended(null, null);
    }

    /** The clients that a rule is chosen for. */
    private static List<Finding> findings(Form form) {
        List<Finding> findings = new ArrayList<>();
        for (String name : form.names()) {
            Matcher field = ROW_RULE.matcher(name);
            if (field.matches() && !form.value(name).isEmpty()) {
                long row = Long.parseLong(field.group(1));
                findings.add(new Finding(row, form.value(name), form.value(reasonField(row))));
            }
        }
        return findings;
    }

    /** The most that the rules give with the findings in the form, whether they are kept yet or not. */
    private Outcome most(ApplicationView application, Form form, List<Claims.Tried> clients) {
        Set<Long> rows = clients.stream().map(tried -> tried.row().id()).collect(Collectors.toSet());
        List<Finding> found = findings(form).stream()
                .filter(finding -> rows.contains(finding.row()) && Claims.ROW_RULES.contains(finding.rule()))
                .toList();
        return applications
                .assess(application.withNotEligible(Claims.countByRule(found)))
                .orElseThrow();
    }

    private PreparationService.Work work(Form form, boolean claim) {
        List<Judgement> judgements = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Arrays.stream(Verdict.values())
                    .filter(verdict -> form.chosen(verdictField(criterion), verdict.name()))
                    .findFirst()
                    .ifPresent(verdict -> judgements.add(
                            new Judgement(criterion, verdict, orNull(form.value(reasonField(criterion))))));
        }
        Recommended recommended = readRecommendation(
                Form.empty()
                        .withAll("recommends", form.values("recommends"))
                        .with("recommendedKronor", form.value("recommendedKronor"))
                        .with("recommendedClients", form.value("recommendedClients")),
                claim);
        // Where neither is chosen, it is asked for a grant without an amount, which is always refused.
        boolean grants = !form.chosen("recommends", "refuse");
        return new PreparationService.Work(
                judgements,
                orNull(form.value("overlapAnswer")),
                grants,
                recommended.kronor(),
                recommended.clients(),
                AllocationOrder.ofWireName(form.value("order")).orElse(null),
                orNull(form.value("reasons")),
                claim ? findings(form) : List.of());
    }

    /** What was prepared before, or the most that the rules give as the amount to start from. */
    private Form filled(ApplicationView application, List<Claims.Tried> clients) {
        Optional<PreparationView> before = preparations.of(application.id());
        Form form = Form.empty();
        preparations
                .foundAnew(application.id())
                .ifPresentOrElse(found -> findings(form, found), () -> findings(form, clients, before.isEmpty()));
        Outcome most = most(application, form, clients);
        form.with("recommendedClients", most.clientsGranted());
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
                .with("recommendedClients", done.recommendsGrant() ? done.recommendedClients() : most.clientsGranted())
                .with(
                        "order",
                        done.allocationOrder() == null
                                ? null
                                : done.allocationOrder().wireName())
                .with("reasons", done.reasons());
    }

    private static void findings(Form form, List<Finding> found) {
        found.forEach(finding ->
                form.with(ruleField(finding.row()), finding.rule()).with(reasonField(finding.row()), finding.reason()));
    }

    /** What an officer has found against clients before, or else what the rules propose. */
    private void findings(Form form, List<Claims.Tried> clients, boolean proposed) {
        for (Claims.Tried tried : clients) {
            ClaimRow row = tried.row();
            if (!row.isEligible()) {
                form.with(ruleField(row.id()), row.failsRule()).with(reasonField(row.id()), row.failsReason());
            } else if (proposed) {
                tried.proposed().ifPresent(fault -> form.with(ruleField(row.id()), fault.rule())
                        .with(reasonField(row.id()), desk.words().refusal(fault)));
            }
        }
    }

    /** A claim's clients with what the rules say of them now; nothing for other applications. */
    private List<Claims.Tried> tried(ApplicationView application) {
        return application.isClaim()
                ? applications.triedRows(me.actor(), application.id()).get()
                : List.of();
    }

    private Clients clients(ApplicationView application, List<Claims.Tried> clients) {
        if (!application.isClaim()) {
            return null;
        }
        List<Client> rows = clients.stream()
                .map(tried -> new Client(
                        desk.clientLine(tried.row(), application),
                        tried.faults().stream().map(desk.words()::refusal).toList(),
                        ruleField(tried.row().id()),
                        reasonField(tried.row().id())))
                .toList();
        return new Clients(rows, desk.words().rowRules());
    }

    private TemplateInstance page(ApplicationView application, Form form, List<Claims.Tried> clients) {
        ApplicationWords words = desk.words();
        // A claim has clients where other applications have a plan; nothing of that is missing in it.
        List<ApplicationWords.Part> parts = application.isClaim() ? List.of() : words.parts(application.content());
        List<ApplicationWords.Row> rows =
                parts.stream().flatMap(part -> part.rows().stream()).toList();
        return new Prepare(
                desk.head(application),
                form,
                clients(application, clients),
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
                Chain.of(most(application, form, clients), language.now()),
                desk.room(application),
                recommendations(),
                orders(),
                me.is(Role.DIRECTOR),
                application.state().isDecided(),
                application.version());
    }

    private static List<ApplicationWords.Row> about(String rule, List<ApplicationWords.Row> rows) {
        return rows.stream().filter(row -> row.rule().equals(rule)).toList();
    }

    private static String ruleField(long row) {
        return "rows." + row + ".rule";
    }

    private static String reasonField(long row) {
        return "rows." + row + ".reason";
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
        Matcher typed = Pattern.compile("([0-9]{4})[-./\\s]?([0-9]{1,2})[-./\\s]?([0-9]{1,2})")
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
