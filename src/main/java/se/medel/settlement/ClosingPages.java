package se.medel.settlement;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationLine;
import se.medel.application.ApplicationWords;
import se.medel.application.rules.ApplicationState;
import se.medel.ledger.Account;
import se.medel.refusal.Answer;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.settlement.SettlementPages.Figures;
import se.medel.settlement.SettlementService.Grant;
import se.medel.settlement.rules.Stage;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;
import se.medel.web.Texts;

/** The end of a round: what is left and for whom, and how it looked when it was closed (Y6). */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class ClosingPages {

    /**
     * An application that isn't decided or a grant that isn't done, and who it waits for.
     *
     * @param late since when it should have been paid back; null where it isn't late
     */
    record Left(String href, String district, String component, String stage, String colour, String late, String who) {}

    record Line(String district, String component, Figures figures) {}

    record Closed(String at, String by, String sha256, String checked, List<Line> lines) {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosingPage(
            RoundView round,
            Form form,
            boolean reporting,
            boolean mayClose,
            String count,
            List<Left> left,
            Closed closed)
            implements TemplateInstance {}

    @Inject
    ClosingService closings;

    @Inject
    SettlementService settlements;

    @Inject
    SettlementDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @GET
    @Path("/{round}/closing")
    public TemplateInstance closing(@RestPath String round) {
        return page(desk.round(round), Form.empty());
    }

    @POST
    @Path("/{round}/closing")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String round, MultivaluedMap<String, String> posted) {
        desk.round(round);
        Form form = Form.of(posted);
        Answer<RoundClosing> closed = closings.close(me.actor(), round);
        if (closed.isRefused()) {
            form.reject(closed.refusals(), language.now());
            return Answers.refused(closed.refusals(), page(desk.round(round), form));
        }
        flash.say(SettlementTexts.in(language.now()).closingDone());
        return Answers.seeOther("/rounds/" + round + "/closing");
    }

    private TemplateInstance page(RoundView round, Form form) {
        Optional<RoundClosing> closing = closings.closing(round.id());
        List<Left> left = round.state() == RoundState.REPORTING ? left(round.id()) : List.of();
        return new ClosingPage(
                round,
                form,
                round.state() == RoundState.REPORTING,
                me.is(Role.OFFICER),
                Integer.toString(left.size()),
                left,
                closing.map(this::closed).orElse(null));
    }

    private List<Left> left(String round) {
        Map<Long, Grant> grants = settlements.ofRound(me.actor(), round).stream()
                .collect(Collectors.toMap(grant -> grant.account().applicationId(), Function.identity()));
        Texts texts = Texts.in(language.now());
        Stream<Left> undecided = closings.undecided(me.actor(), round).stream().map(this::undecided);
        return Stream.concat(undecided, closings.open(round).stream().map(account -> {
                    Grant grant = grants.get(account.applicationId());
                    Stage stage = grant.stage();
                    return new Left(
                            "/rounds/" + round + "/settlement/" + account.district(),
                            desk.districtName(account.district()),
                            texts.name(account.component()),
                            texts.name(stage),
                            SettlementTexts.colour(stage),
                            late(grant),
                            who(stage));
                }))
                .toList();
    }

    private String late(Grant grant) {
        LocalDate today = LocalDate.now(clock);
        return grant.repayments().stream()
                .filter(repayment -> repayment.isLate(today))
                .map(RepaymentView::payBy)
                .min(Comparator.naturalOrder())
                .map(day -> SettlementTexts.in(language.now()).closingLate(Formats.day(day)))
                .orElse(null);
    }

    private Left undecided(ApplicationLine line) {
        ApplicationWords words = ApplicationWords.in(language.now());
        ApplicationWords.Status status = words.status(line.state());
        boolean anew = line.state() == ApplicationState.REFUSED;
        return new Left(
                "/applications/" + line.id(),
                desk.districtName(line.district()),
                words.name(line.component()),
                anew ? SettlementTexts.in(language.now()).closingAnew() : status.text(),
                anew ? "purple" : status.colour(),
                null,
                who(line.state()));
    }

    /** Whose turn it is to bring an application to a decision. */
    private String who(ApplicationState state) {
        Msg msg = language.msg();
        return switch (state) {
            case SUBMITTED -> msg.roleOfficer();
            case COMPLETION_REQUESTED -> msg.roleDistrictOfficer();
            default -> msg.roleDirector();
        };
    }

    /** Whose turn it is. */
    private String who(Stage stage) {
        Msg msg = language.msg();
        return switch (stage) {
            case NOT_SETTLED -> msg.roleDistrictOfficer() + ", " + msg.roleOfficer();
            case FLAGGED -> msg.roleOfficer();
            case HEARD -> msg.roleDistrictOfficer() + ", " + msg.roleDirector();
            case TO_REPAY, TO_PAY, TO_REFUND -> msg.roleController();
            case DONE -> "";
        };
    }

    private Closed closed(RoundClosing closing) {
        SettlementMsg msg = SettlementTexts.in(language.now());
        Texts texts = Texts.in(language.now());
        int different = closings.differences(closing).size();
        return new Closed(
                Formats.moment(closing.closedAt()),
                closing.closedBy(),
                closing.sha256(),
                different == 0
                        ? msg.closedSame(
                                Integer.toString(closing.figures().settlements().size()))
                        : msg.closedDiffer(Integer.toString(different)),
                closing.figures().accounts().stream()
                        .map(account -> line(account, texts))
                        .toList());
    }

    private Line line(Account account, Texts texts) {
        return new Line(
                desk.districtName(account.district()), texts.name(account.component()), Figures.of(List.of(account)));
    }
}
