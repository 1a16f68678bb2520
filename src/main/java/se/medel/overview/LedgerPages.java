package se.medel.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.decision.DecisionService;
import se.medel.decision.DecisionView;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Ledger;
import se.medel.money.Kronor;
import se.medel.round.RoundMsg;
import se.medel.round.RoundService;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.user.UserService;
import se.medel.user.UserView;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** What stands behind the balance: the entries of the ledger, and the delegation decisions they come from. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class LedgerPages {

    /** @param balance the round's balance once the entry is booked */
    record EntryLine(
            Instant when,
            String kind,
            String district,
            String component,
            String kronor,
            String clients,
            String balance,
            long decisionId,
            String decision,
            String by) {}

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerPage(RoundView round, List<EntryLine> entries, String balance) implements TemplateInstance {}

    /** @param replaces which decision it replaces, in words; null where none */
    record DecisionLine(
            long id,
            int number,
            Instant when,
            String district,
            String component,
            String asked,
            String outcome,
            String granted,
            String by,
            String username,
            String replaces) {}

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DecisionList(RoundView round, List<DecisionLine> decisions) implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    DecisionService decisions;

    @Inject
    Ledger ledger;

    @Inject
    Districts districts;

    @Inject
    UserService users;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/ledger")
    public TemplateInstance ledger(@RestPath String round) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        RoundMsg msg = RoundTexts.in(language.now());
        Texts texts = Texts.in(language.now());
        Map<String, String> names = districtNames();
        Map<Long, Integer> numbers = decisions.ofRound(me.actor(), round).stream()
                .collect(Collectors.toMap(DecisionView::id, DecisionView::number));
        List<EntryLine> lines = new ArrayList<>();
        Kronor balance = Kronor.ZERO;
        for (Ledger.Entry entry : ledger.entries(round)) {
            balance = balance.plus(entry.kronor());
            lines.add(new EntryLine(
                    entry.bookedAt(),
                    texts.name(entry.kind()),
                    names.get(entry.district()),
                    texts.name(entry.component()),
                    RoundTexts.kr(entry.kronor()),
                    entry.component() == ComponentKind.CLIENT_COMPENSATION ? Formats.number(entry.clients()) : "",
                    RoundTexts.kr(balance),
                    entry.decisionId(),
                    msg.decisionsLink(String.valueOf(numbers.get(entry.decisionId()))),
                    entry.bookedBy()));
        }
        return new LedgerPage(found, lines, RoundTexts.kr(balance));
    }

    @GET
    @Path("/{round}/decisions")
    public TemplateInstance decisions(@RestPath String round) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        RoundMsg msg = RoundTexts.in(language.now());
        Texts texts = Texts.in(language.now());
        Map<String, String> titles =
                users.everyone().stream().collect(Collectors.toMap(UserView::username, UserView::title));
        List<DecisionView> all = decisions.ofRound(me.actor(), round);
        Map<Long, Integer> numbers = all.stream().collect(Collectors.toMap(DecisionView::id, DecisionView::number));
        return new DecisionList(
                found,
                all.stream()
                        .map(decision -> new DecisionLine(
                                decision.id(),
                                decision.number(),
                                decision.decidedAt(),
                                decision.facts().districtName(),
                                texts.name(decision.facts().component()),
                                texts.sum(decision.asked(), decision.clientsAsked()),
                                texts.name(decision.outcome()),
                                texts.sum(decision.granted(), decision.grantedClients()),
                                titles.getOrDefault(decision.decidedBy(), ""),
                                decision.decidedBy(),
                                decision.replaces() == null
                                        ? null
                                        : msg.decisionsReplaces(String.valueOf(numbers.get(decision.replaces())))))
                        .toList());
    }

    private Map<String, String> districtNames() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }
}
