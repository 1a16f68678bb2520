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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.application.ApplicationLine;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationWords;
import se.medel.application.rules.ApplicationState;
import se.medel.archive.CaseFileService;
import se.medel.decision.ReserveService;
import se.medel.delegation.DelegationWords;
import se.medel.district.DistrictView;
import se.medel.money.Kronor;
import se.medel.overview.RoundOverview.Applied;
import se.medel.overview.RoundOverview.DistrictRow;
import se.medel.overview.RoundOverview.Link;
import se.medel.overview.RoundOverview.Total;
import se.medel.payment.PaymentDesk;
import se.medel.round.CapPicture;
import se.medel.round.ModelState;
import se.medel.round.ModelView;
import se.medel.round.RoundMsg;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.SmallNumbers;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Paged;
import se.medel.web.Texts;

/** One round: what is left under each cap, how the districts stand, and what this user can do next. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {

    /** More than a city has today: whoever has so few sees them all at once. */
    private static final int DISTRICTS_AT_ONCE = 50;

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundPage(RoundOverview overview) implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    ReserveService reserves;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR,
        Roles.EVALUATOR
    })
    public TemplateInstance round(@RestPath String round, @RestQuery String page) {
        RoundView found = rounds.round(round)
                .filter(view -> RoundPages.seesRound(me.role(), view))
                .orElseThrow(NotFoundException::new);
        Optional<ModelView> inForce = rounds.modelInForce(round);
        Optional<ModelView> pending = rounds.pendingModel(round);
        Texts texts = Texts.in(language.now());
        RoundMsg msg = RoundTexts.in(language.now());
        boolean outside = me.is(Role.EVALUATOR);
        List<DistrictView> districts = rounds.districtsOf(found);
        Set<String> slugs = districts.stream().map(DistrictView::slug).collect(Collectors.toSet());
        Commitments committed = rounds.committed(round);
        AllocationModel model = inForce.map(ModelView::model).orElse(null);
        SmallNumbers small =
                model == null || !outside ? new SmallNumbers(true, true) : SmallNumbers.of(model, committed, slugs);
        return new RoundPage(new RoundOverview(
                round,
                found.name(),
                found.programme(),
                texts.name(found.state()),
                RoundTexts.colour(found.state()),
                found.caseNumber(),
                found.applicationDeadline(),
                inForce.map(view -> msg.pageModelInForce(
                                Integer.toString(view.versionNumber()),
                                Formats.day(view.committeeDate()),
                                view.committeeParagraph()))
                        .orElse(null),
                inForce.filter(view -> !view.delegated()).isPresent(),
                next(found, pending, msg),
                steps(found, inForce, pending, msg),
                links(found, inForce.isPresent(), msg),
                model == null
                        ? List.of()
                        : outside
                                ? CapPicture.forOutsiders(model, committed, slugs, language.now())
                                : CapPicture.of(model, committed, language.now()),
                model == null ? List.of() : totals(model, committed, small, texts, msg),
                small.total() ? RoundTexts.kr(committed.kronor()) : null,
                !small.total() || !small.groups(),
                model == null
                        ? List.of()
                        : model.components().stream()
                                .map(component -> texts.name(component.kind()))
                                .toList(),
                model == null || outside
                        ? null
                        : Paged.of(
                                rows(round, model, districts, committed, texts, msg),
                                Paged.number(page),
                                DISTRICTS_AT_ONCE,
                                "/rounds/" + round,
                                Language.msg(language.now()))));
    }

    private String next(RoundView round, Optional<ModelView> pending, RoundMsg msg) {
        boolean prepares = me.is(Role.OFFICER) || me.is(Role.DIRECTOR);
        if (!prepares && !me.is(Role.SECRETARY)) {
            return null;
        }
        if (pending.isPresent() && pending.get().state() == ModelState.PROPOSED) {
            return msg.pageNextProposed();
        }
        if (pending.isPresent()) {
            return round.state().hasApprovedModel() ? msg.pageNextPendingDraft() : prepares ? msg.pageNextEdit() : null;
        }
        return round.state() == RoundState.APPROVED && prepares ? msg.pageNextOpen() : null;
    }

    private List<Link> steps(RoundView round, Optional<ModelView> inForce, Optional<ModelView> pending, RoundMsg msg) {
        List<Link> steps = new ArrayList<>();
        String at = "/rounds/" + round.id();
        boolean proposed = pending.isPresent() && pending.get().state() == ModelState.PROPOSED;
        if (me.is(Role.SECRETARY) && proposed) {
            steps.add(new Link(at + "/committee-decision", msg.doRegister()));
        }
        if (me.is(Role.OFFICER) || me.is(Role.DIRECTOR)) {
            if (proposed) {
                steps.add(new Link(at + "/take-back", msg.doTakeBack()));
            } else if (pending.isPresent()) {
                steps.add(new Link(at + "/model/edit", msg.doEdit()));
                steps.add(new Link(at + "/propose", msg.doPropose()));
            }
            if (round.state() == RoundState.APPROVED) {
                steps.add(new Link(at + "/open", msg.doOpen()));
            }
        }
        return steps;
    }

    private List<Link> links(RoundView round, boolean approved, RoundMsg msg) {
        List<Link> links = new ArrayList<>();
        String at = "/rounds/" + round.id();
        links.add(new Link(at + "/model", msg.pageModelLink()));
        if (!me.is(Role.EVALUATOR) && !me.role().ofDistrict()) {
            links.add(new Link(at + "/committee-report", msg.pageCommitteeReport()));
        }
        if (!me.is(Role.EVALUATOR)) {
            links.add(new Link(at + "/dates", msg.pageDates()));
            links.add(new Link(at + "/instructions", msg.pageInstructions()));
        }
        if (approved && !me.is(Role.EVALUATOR)) {
            links.add(new Link(at + "/dispatch", msg.pageDispatch()));
        }
        if (!me.role().ofDistrict() && !me.is(Role.EVALUATOR)) {
            links.add(new Link("/meetings", msg.pageMeetings()));
        }
        if (me.role().ofDistrict() && round.state() == RoundState.OPEN) {
            links.add(new Link("/applications", msg.pageApply()));
        }
        if (!me.role().ofDistrict() && !me.is(Role.EVALUATOR) && approved) {
            links.add(new Link(at + "/applications", msg.pageApplications()));
            links.add(new Link(at + "/what-if", msg.whatIfTitle()));
            links.add(new Link(at + "/decisions", msg.decisionsTitle()));
            links.add(new Link(at + "/ledger", msg.ledgerTitle()));
        }
        if (!me.role().ofDistrict() && !me.is(Role.EVALUATOR)) {
            links.add(new Link(at + "/trials", msg.pageTrials()));
            links.add(new Link("/delegation", DelegationWords.in(language.now()).title()));
            links.add(new Link("/delegation-lists", msg.pageDelegationLists()));
        }
        boolean accounted = round.state() == RoundState.REPORTING || round.state() == RoundState.CLOSED;
        if (accounted && !me.is(Role.EVALUATOR)) {
            links.add(new Link(at + "/settlement", msg.pageSettlement()));
        }
        if (accounted && !me.role().ofDistrict() && !me.is(Role.EVALUATOR)) {
            links.add(new Link(at + "/final-report", msg.pageFinalReport()));
        }
        if (approved
                && (me.is(Role.OFFICER) || me.is(Role.CONTROLLER) || me.is(Role.DIRECTOR) || me.is(Role.AUDITOR))) {
            links.add(new Link(at + "/ledger-settings", msg.pageLedgerSettings()));
        }
        if (approved && !me.is(Role.EVALUATOR) && !me.is(Role.SECRETARY)) {
            links.add(new Link(at + "/payments", PaymentDesk.msg(language.now()).title()));
        }
        if (round.state() == RoundState.REPORTING || round.state() == RoundState.CLOSED) {
            if (me.role().ofDistrict()) {
                links.add(new Link("/cost-reports", msg.pageReports()));
            } else if (!me.is(Role.EVALUATOR)) {
                links.add(new Link(at + "/cost-reports", msg.pageReports()));
            }
        }
        if (round.state() == RoundState.OPEN && (me.is(Role.OFFICER) || me.is(Role.DIRECTOR))) {
            links.add(new Link(at + "/start-reporting", msg.doReport()));
        }
        if (!me.is(Role.EVALUATOR) && approved) {
            links.add(new Link("/funding?year=" + round.year(), msg.pageFunding()));
        }
        if (!me.is(Role.EVALUATOR)) {
            links.add(new Link("/journal?round=" + round.id(), msg.pageJournal()));
        }
        if (CaseFileService.takesOut(me.role())) {
            links.add(new Link(at + "/case-file", msg.pageCaseFiles()));
        }
        if (round.state() == RoundState.OPEN || accounted) {
            links.add(new Link("/open-data", msg.pageOpenData()));
        }
        boolean controls = me.is(Role.OFFICER) || me.is(Role.DIRECTOR) || me.is(Role.CONTROLLER) || me.is(Role.AUDITOR);
        if (controls && (round.state() == RoundState.REPORTING || round.state() == RoundState.CLOSED)) {
            links.add(new Link(at + "/control", msg.pageControl()));
        }
        if (!reserves.waiting(me.actor(), round.id()).isEmpty()) {
            links.add(new Link(
                    at + "/reserve", ApplicationWords.in(language.now()).trial().reserveTitle()));
        }
        if ((me.is(Role.OFFICER) || me.is(Role.DIRECTOR))) {
            if (approved && rounds.pendingModel(round.id()).isEmpty() && round.state() != RoundState.CLOSED) {
                links.add(new Link(at + "/new-version", msg.doNewVersion()));
            }
            links.add(new Link("/rounds/new?from=" + round.id(), msg.newTitle()));
        }
        return links;
    }

    private static List<Total> totals(
            AllocationModel model, Commitments committed, SmallNumbers small, Texts texts, RoundMsg msg) {
        return model.components().stream()
                .map(component ->
                        new Total(texts.name(component.kind()), total(component.kind(), committed, small, msg)))
                .toList();
    }

    private static String total(ComponentKind kind, Commitments committed, SmallNumbers small, RoundMsg msg) {
        Kronor kronor = Kronor.ZERO;
        long clients = 0;
        for (var entry : committed.byCell().entrySet()) {
            if (entry.getKey().component() == kind) {
                kronor = kronor.plus(entry.getValue().kronor());
                clients += entry.getValue().clients();
            }
        }
        if (kind != ComponentKind.CLIENT_COMPENSATION) {
            return RoundTexts.kr(kronor);
        }
        return small.total()
                ? RoundTexts.kr(kronor) + ", " + msg.capClients(Formats.number(clients))
                : msg.capClients(msg.capFewer());
    }

    private List<DistrictRow> rows(
            String round,
            AllocationModel model,
            List<DistrictView> districts,
            Commitments committed,
            Texts texts,
            RoundMsg msg) {
        Map<Cell, List<ApplicationLine>> applied = applications.ofRound(me.actor(), round).stream()
                .collect(Collectors.groupingBy(line -> new Cell(line.district(), line.component())));
        return districts.stream()
                .map(district -> new DistrictRow(
                        district.name(),
                        model.components().stream()
                                .map(component -> cell(
                                        new Cell(district.slug(), component.kind()),
                                        component,
                                        model,
                                        applied,
                                        committed,
                                        texts,
                                        msg))
                                .toList(),
                        RoundTexts.kr(sum(district.slug(), committed))))
                .toList();
    }

    private static Kronor sum(String district, Commitments committed) {
        return committed.byCell().entrySet().stream()
                .filter(entry -> entry.getKey().district().equals(district))
                .map(entry -> entry.getValue().kronor())
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    private static RoundOverview.Cell cell(
            Cell cell,
            Component component,
            AllocationModel model,
            Map<Cell, List<ApplicationLine>> applied,
            Commitments committed,
            Texts texts,
            RoundMsg msg) {
        List<Applied> lines = applied.getOrDefault(cell, List.of()).stream()
                .map(line -> new Applied(
                        "/applications/" + line.id(),
                        asked(line, texts, msg),
                        texts.name(line.state()),
                        colour(line.state())))
                .toList();
        Commitments.Committed granted = committed.in(cell);
        String grantedText = !granted.kronor().isPositive() ? null : texts.sum(granted.kronor(), granted.clients());
        boolean eligible = model.ownCaps(cell.district()).stream()
                .filter(cap -> cap.component() == component.kind())
                .map(Cap::limit)
                .allMatch(limit -> limit.signum() > 0);
        String nothing =
                !lines.isEmpty() || grantedText != null ? null : eligible ? msg.pageNothing() : msg.pageNotEligible();
        return new RoundOverview.Cell(texts.name(component.kind()), lines, grantedText, nothing);
    }

    private static String asked(ApplicationLine line, Texts texts, RoundMsg msg) {
        return line.askedKronor() == null
                ? null
                : msg.pageAsked(texts.sum(new Kronor(line.askedKronor()), line.clientsAsked()));
    }

    static String colour(ApplicationState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "grey";
            case SUBMITTED -> "blue";
            case COMPLETION_REQUESTED -> "yellow";
            case PREPARED -> "purple";
            case GRANTED, PARTLY_GRANTED -> "green";
            case REFUSED -> "red";
        };
    }
}
