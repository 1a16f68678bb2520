package se.medel.decision;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Input;
import se.medel.application.ApplicationDesk;
import se.medel.application.ApplicationView;
import se.medel.application.ApplicationWords;
import se.medel.application.PreparationService;
import se.medel.application.PreparationView;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Criterion;
import se.medel.claim.RowState;
import se.medel.delegation.ConflictService;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.Chain;
import se.medel.round.Room;
import se.medel.round.RoundService;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;
import se.medel.web.Typed;

/**
 * The pages on which the director decides, and replaces what was decided. First the ruling is written, then it is shown with
 * what it gives and leaves, and only then it is made.
 */
@Path("/applications/{id}")
@Produces(MediaType.TEXT_HTML)
public class RulingPages {

    /** A decision that is there already, with the way to it. */
    record There(String number, String granted, String href) {}

    @CheckedTemplate(basePath = "decision/ruling", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decide(
            ApplicationDesk.Head head,
            Form form,
            ApplicationDesk.Prepared prepared,
            boolean fourEyes,
            boolean conflicted,
            boolean anew,
            List<Typed.Line> typed,
            String asked,
            List<ApplicationDesk.Count> clients,
            Chain chain,
            List<Room> room,
            List<String> overlaps,
            List<Option> outcomes,
            List<Option> grounds,
            There replaced,
            String subject,
            String address,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "decision/ruling", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Confirm(
            ApplicationDesk.Head head,
            Form form,
            boolean grants,
            String amount,
            String ground,
            String reasons,
            boolean ownReasons,
            List<ApplicationDesk.Count> clients,
            Chain chain,
            List<Room> room,
            There replaced,
            String subject,
            String address,
            long version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "decision/ruling", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AlreadyDecided(ApplicationDesk.Head head, There decision, List<Typed.Line> typed)
            implements TemplateInstance {}

    @Inject
    DecisionService decisions;

    @Inject
    PreparationService preparations;

    @Inject
    ApplicationDesk desk;

    @Inject
    ConflictService conflicts;

    @Inject
    ReserveService reserves;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    /** The decision that holds; so that pages about the application need not know of decisions. */
    @GET
    @Path("/decision")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public Response decision(@RestPath long id) {
        desk.application(id);
        return Answers.seeOther(decisions.inForce(id).map(RulingPages::address).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/decide")
    @RolesAllowed(Roles.DIRECTOR)
    public Response decide(@RestPath long id) {
        ApplicationView application = desk.application(id);
        if (application.state() != ApplicationState.PREPARED) {
            return Answers.seeOther("/applications/" + id + (application.state().isDecided() ? "/decision" : ""));
        }
        PreparationView preparation = preparations.of(id).orElseThrow();
        return Response.ok(page(application, preparation, recommended(application, preparation), Optional.empty()))
                .build();
    }

    /** The application with what is found about its clients now, which is what is decided by. */
    private ApplicationView application(long id) {
        return preparations.asFound(desk.application(id));
    }

    /** What the officer recommends, to start from. */
    private static Form recommended(ApplicationView application, PreparationView preparation) {
        return Form.empty()
                .with("outcome", preparation.recommendsGrant() ? "grant" : "refuse")
                .with("clients", preparation.recommendsGrant() ? preparation.recommendedClients() : null)
                .with(
                        "amount",
                        preparation.recommendsGrant()
                                ? Formats.number(preparation.recommendedKronor().amount())
                                : null)
                .with(
                        "refusedBy",
                        preparation.notMet().stream()
                                .findFirst()
                                .map(Criterion::rule)
                                .or(() -> preparation.recommendsGrant()
                                        ? Optional.empty()
                                        : application.notEligible().keySet().stream()
                                                .findFirst())
                                .orElse(null));
    }

    @POST
    @Path("/decide")
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath long id, MultivaluedMap<String, String> posted) {
        return rule(id, Form.of(posted), false);
    }

    @GET
    @Path("/replace")
    @RolesAllowed(Roles.DIRECTOR)
    public Response replace(@RestPath long id, @RestQuery boolean reserve) {
        ApplicationView application = application(id);
        Optional<DecisionView> before = decisions.inForce(id);
        if (before.isEmpty()) {
            return Answers.seeOther("/applications/" + id);
        }
        PreparationView preparation = preparations.of(id).orElseThrow();
        if (preparation.isAnew()) {
            // Whoever was in reserve is dealt with anew as well.
            return Response.ok(page(application, preparation, recommended(application, preparation), before))
                    .build();
        }
        boolean granted = before.get().outcome() != DecisionOutcome.REFUSED;
        Form form = Form.empty()
                .with("outcome", granted ? "grant" : "refuse")
                .with("amount", granted ? Formats.number(before.get().granted().amount()) : null)
                .with("clients", granted ? before.get().grantedClients() : null)
                .with("refusedBy", before.get().refusedBy());
        if (reserve) {
            reserves.proposal(me.actor(), application.roundId(), id).ifPresent(proposal -> form.with("outcome", "grant")
                    .with("clients", proposal.clients())
                    .with(
                            "reasons",
                            ApplicationWords.in(Language.SWEDISH)
                                    .trial()
                                    .reserveReasons(Texts.swedish().clients(proposal.fitting()))));
        }
        return Response.ok(page(application, preparation, form, before)).build();
    }

    @POST
    @Path("/replace")
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replace(@RestPath long id, MultivaluedMap<String, String> posted) {
        return rule(id, Form.of(posted), true);
    }

    private Response rule(long id, Form form, boolean replacing) {
        ApplicationView application = application(id);
        Optional<DecisionView> before = decisions.inForce(id);
        if (!replacing && before.isPresent()) {
            return alreadyDecided(application, before.get(), form);
        }
        Optional<PreparationView> preparation = preparations.of(id);
        if (preparation.isEmpty()
                || replacing != before.isPresent()
                || (!replacing && application.state() != ApplicationState.PREPARED)) {
            return desk.overtaken(application, desk.words().msg().notToBeDecided(), typed(application, form));
        }
        DecisionService.Ruling ruling = ruling(form, application.isClaim());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(application, preparation.get(), form, before));
        }
        if (form.value("do").equals("edit")) {
            return Response.ok(page(application, preparation.get(), form, before))
                    .build();
        }
        Long version = ApplicationDesk.version(form);
        if (form.value("do").equals("decide")) {
            Answer<DecisionView> decided = replacing
                    ? decisions.replace(me.actor(), application.roundId(), id, version, ruling)
                    : decisions.decide(me.actor(), application.roundId(), id, version, ruling);
            if (!decided.isRefused()) {
                flash.say(desk.words()
                        .msg()
                        .decided(Integer.toString(decided.get().number())));
                return Answers.seeOther(address(decided.get()));
            }
            return refused(application(id), preparation.get(), form, before, decided.refusals());
        }
        Answer<DecisionService.Preview> preview = decisions.preview(me.actor(), id, version, ruling, replacing);
        return preview.isRefused()
                ? refused(application, preparation.get(), form, before, preview.refusals())
                : Response.ok(confirm(application, preparation.get(), form, before, ruling, preview.get()))
                        .build();
    }

    private Response alreadyDecided(ApplicationView application, DecisionView decision, Form form) {
        return Answers.conflict(new AlreadyDecided(
                desk.head(application),
                there(decision),
                typed(application, form).lines()));
    }

    private Typed typed(ApplicationView application, Form form) {
        ApplicationWords words = desk.words();
        return Typed.in(form)
                .choice("outcome", words.msg().decideOutcome(), outcomes(words))
                .text("amount", words.msg().decideAmount())
                .text("clients", words.trial().granted())
                .choice("refusedBy", words.msg().decideGround(), grounds(application, words))
                .text("reasons", words.msg().decideReasons());
    }

    private static List<Option> outcomes(ApplicationWords words) {
        return List.of(
                Option.of("grant", words.msg().decideGrant()),
                Option.of("refuse", words.msg().decideRefuse()));
    }

    private Response refused(
            ApplicationView application,
            PreparationView preparation,
            Form form,
            Optional<DecisionView> before,
            List<Refusal> refusals) {
        Optional<DecisionView> meanwhile = decisions.inForce(application.id());
        if (before.isEmpty() && meanwhile.isPresent()) {
            return alreadyDecided(application, meanwhile.get(), form);
        }
        form.reject(refusals, language.now());
        TemplateInstance page = page(application, preparation, form, before);
        return refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                ? Answers.toBeCorrected(page)
                : Answers.conflict(page);
    }

    private DecisionService.Ruling ruling(Form form, boolean claim) {
        boolean grants = form.chosen("outcome", "grant");
        if (!grants && !form.chosen("outcome", "refuse")) {
            form.reject("outcome", desk.words().msg().decideChoose());
        }
        BigDecimal amount = grants && !claim ? form.wholeKronor("amount", language.msg()) : null;
        Integer clients = grants && claim ? form.count("clients", (int) Input.MOST_CLIENTS, language.msg()) : null;
        return new DecisionService.Ruling(
                grants,
                amount == null ? null : new Kronor(amount),
                clients == null ? null : clients.longValue(),
                grants ? null : orNull(form.value("refusedBy")),
                orNull(form.value("reasons")));
    }

    private TemplateInstance page(
            ApplicationView application, PreparationView preparation, Form form, Optional<DecisionView> replaced) {
        ApplicationWords words = desk.words();
        boolean fourEyes = preparation.preparers().contains(me.username());
        boolean conflicted = conflicts.bars(me.actor(), application.subject()).isPresent();
        return new Decide(
                desk.head(application),
                form,
                desk.prepared(preparation),
                fourEyes,
                conflicted,
                preparation.isAnew(),
                // There is no form for who must not decide, so what was sent from an earlier one is shown beside it.
                (fourEyes || conflicted) && form.has("do")
                        ? typed(application, form).lines()
                        : List.of(),
                texts().sum(application.asked(), application.clientsAsked()),
                preparation.isAnew() ? desk.tried(application) : desk.counts(application),
                // A decision that is to be replaced holds its own room, so what the rules leave beside it would
                // mislead.
                replaced.isPresent() ? null : desk.chain(application).orElse(null),
                desk.room(application),
                words.overlaps(application.content()),
                outcomes(words),
                grounds(application, words),
                replaced.map(this::there).orElse(null),
                application.subject(),
                "/applications/" + application.id() + (replaced.isPresent() ? "/replace" : "/decide"),
                application.version());
    }

    private TemplateInstance confirm(
            ApplicationView application,
            PreparationView preparation,
            Form form,
            Optional<DecisionView> replaced,
            DecisionService.Ruling ruling,
            DecisionService.Preview preview) {
        ApplicationWords words = desk.words();
        return new Confirm(
                desk.head(application),
                form,
                ruling.grants(),
                ruling.grants()
                        ? texts().sum(
                                        preview.outcome().granted(),
                                        preview.outcome().clientsGranted())
                        : Formats.kr(0),
                grounds(application, words).stream()
                        .filter(ground -> ground.value().equals(ruling.refusedBy()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(ruling.refusedBy()),
                ruling.reasons() == null ? preparation.reasons() : ruling.reasons(),
                ruling.reasons() != null,
                dealt(preview.clients()),
                ruling.grants() ? Chain.of(preview.outcome(), language.now()) : null,
                Room.of(preview.after(), application.component(), language.now()),
                replaced.map(this::there).orElse(null),
                application.subject(),
                "/applications/" + application.id() + (replaced.isPresent() ? "/replace" : "/decide"),
                application.version());
    }

    /** How a claim's clients would come out. */
    private List<ApplicationDesk.Count> dealt(DecisionFacts.Clients clients) {
        if (clients == null) {
            return List.of();
        }
        List<ApplicationDesk.Count> counts = new ArrayList<>();
        counts.add(desk.count(RowState.COMPENSATED, clients.compensated()));
        counts.add(desk.count(RowState.RESERVE, clients.reserve()));
        clients.notEligible().forEach((rule, count) -> counts.add(desk.notEligible(rule, count)));
        return counts;
    }

    private Texts texts() {
        return Texts.in(language.now());
    }

    /** What a refusal can rest on: a criterion, a rule that clients fail, a rule of the model, or other money. */
    private List<Option> grounds(ApplicationView application, ApplicationWords words) {
        List<Option> grounds = new ArrayList<>();
        Arrays.stream(Criterion.values())
                .forEach(criterion ->
                        grounds.add(Option.of(criterion.rule(), criterion.rule() + " " + words.name(criterion))));
        words.rowRules().stream()
                .filter(rule -> application.notEligible().containsKey(rule.value()))
                .forEach(grounds::add);
        rounds.modelInForce(application.roundId()).orElseThrow().model().basesOf(application.component()).stream()
                .filter(basis -> !application.notEligible().containsKey(basis.rule()))
                .forEach(basis -> grounds.add(Option.of(basis.rule(), basis.rule() + " " + shortened(basis.source()))));
        grounds.add(Option.of("K3", "K3 " + words.msg().groundOtherFunding()));
        return grounds;
    }

    /** A choice in a list has to fit a narrow screen; the whole sentence stands in the round's model. */
    private static String shortened(String text) {
        if (text.length() <= 70) {
            return text;
        }
        int lastSpace = text.lastIndexOf(' ', 67);
        return text.substring(0, lastSpace > 0 ? lastSpace : 67) + " …";
    }

    private There there(DecisionView decision) {
        return new There(
                Integer.toString(decision.number()),
                texts().sum(decision.granted(), decision.grantedClients()),
                address(decision));
    }

    private static String address(DecisionView decision) {
        return "/decisions/" + decision.id();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
