package se.medel.application;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.rules.Completeness;
import se.medel.refusal.Answer;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** Lists of applications: a district's own with what it can apply for, and a round's in the order they came. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ApplicationListPages {

    /** An application in a list. */
    record Line(
            long id,
            String number,
            String district,
            String component,
            ApplicationWords.Status status,
            String received,
            String asked,
            String granted) {}

    /**
     * A round that is open.
     *
     * @param claims whether client compensation is in the model, which is claimed in another way
     */
    record OpenRound(String id, String name, String deadline, List<Startable> startable, boolean claims) {}

    /** A component that the district can apply for now. */
    record Startable(String component, String name, String about) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnList(Form form, String district, List<Line> lines, List<OpenRound> rounds) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundList(String roundId, String round, List<Line> lines, String askedSum, String grantedSum)
            implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    ApplicationDesk desk;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/applications")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public TemplateInstance own() {
        return own(Form.empty());
    }

    @POST
    @Path("/rounds/{round}/applications")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (rounds.round(round).isEmpty()) {
            throw new NotFoundException();
        }
        Optional<ComponentKind> component = ComponentKind.ofWireName(form.value("component"));
        if (component.isEmpty()) {
            return Answers.toBeCorrected(own(form.reject("", desk.words().msg().startUnknown())));
        }
        Answer<ApplicationView> started = applications.start(me.actor(), round, component.get());
        if (started.isRefused()) {
            started.refusals()
                    .forEach(refusal -> form.reject("", Texts.in(language.now()).refusal(refusal)));
            return Answers.conflict(own(form));
        }
        return Answers.seeOther("/applications/" + started.get().id());
    }

    @GET
    @Path("/rounds/{round}/applications")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public Response ofRound(@RestPath String round) {
        if (me.role().ofDistrict()) {
            // A district starts applications at this address; its list is its own.
            return Answers.seeOther("/applications");
        }
        RoundView view = rounds.round(round).orElseThrow(NotFoundException::new);
        List<ApplicationLine> lines = applications.ofRound(me.actor(), round);
        BigDecimal asked = lines.stream()
                .map(ApplicationLine::askedKronor)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Commitments committed = rounds.committed(round);
        return Response.ok(new RoundList(
                        round,
                        view.name(),
                        lines(lines),
                        Formats.kr(asked),
                        Formats.kr(committed.kronor().amount())))
                .build();
    }

    private TemplateInstance own(Form form) {
        List<ApplicationLine> lines = applications.ofOwnDistrict(me.actor());
        String district = me.district().orElseThrow();
        return new OwnList(form, desk.districtName(district), lines(lines), openRounds(district, lines));
    }

    private List<OpenRound> openRounds(String district, List<ApplicationLine> lines) {
        List<OpenRound> open = new ArrayList<>();
        for (RoundView round : rounds.all()) {
            Optional<ModelView> model = rounds.modelInForce(round.id());
            if (round.state() == RoundState.OPEN && model.isPresent()) {
                open.add(new OpenRound(
                        round.id(),
                        round.name(),
                        Formats.longDay(round.applicationDeadline(), language.now()),
                        startable(round, model.get().model(), district, lines),
                        model.get().model().clientCompensation().isPresent()));
            }
        }
        return open;
    }

    private List<Startable> startable(
            RoundView round, AllocationModel model, String district, List<ApplicationLine> lines) {
        Locale locale = language.now();
        return model.components().stream()
                .map(component -> component.kind())
                .filter(kind -> kind != ComponentKind.CLIENT_COMPENSATION)
                .filter(kind -> Completeness.mostFor(kind, district, model).isPositive())
                .filter(kind -> lines.stream().noneMatch(line -> isInTheWay(line, round, kind)))
                .map(kind -> new Startable(
                        kind.wireName(),
                        Texts.in(locale).name(kind),
                        desk.words()
                                .msg()
                                .startMost(
                                        Formats.kr(Completeness.mostFor(kind, district, model)
                                                .amount()),
                                        model.component(kind)
                                                .orElseThrow()
                                                .basis()
                                                .rule())))
                .toList();
    }

    private static boolean isInTheWay(ApplicationLine line, RoundView round, ComponentKind kind) {
        return line.roundId().equals(round.id())
                && line.component() == kind
                && line.state().isLive();
    }

    private List<Line> lines(List<ApplicationLine> lines) {
        Map<String, String> names = desk.districtNames();
        Map<String, Commitments> committed = new java.util.HashMap<>();
        ApplicationWords words = desk.words();
        Texts texts = Texts.in(language.now());
        return lines.stream()
                .map(line -> new Line(
                        line.id(),
                        words.msg().number(Long.toString(line.id())),
                        names.get(line.district()),
                        texts.name(line.component()),
                        words.status(line.state()),
                        line.submittedAt() == null ? "" : Formats.moment(line.submittedAt()),
                        line.askedKronor() == null ? "" : Formats.kr(line.askedKronor()),
                        line.state().isDecided()
                                ? granted(line, committed.computeIfAbsent(line.roundId(), rounds::committed))
                                : ""))
                .toList();
    }

    /** What is committed to the district under the component, since it can have no more than one application granted there. */
    private static String granted(ApplicationLine line, Commitments committed) {
        return line.state() == se.medel.application.rules.ApplicationState.REFUSED
                ? Formats.kr(0)
                : Formats.kr(committed
                        .in(new Cell(line.district(), line.component()))
                        .kronor()
                        .amount());
    }
}
