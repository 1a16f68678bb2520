package se.medel.settlement;

import static se.medel.settlement.SettlementTexts.kr;

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
import java.math.BigDecimal;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.delegation.ConflictService;
import se.medel.document.LetterPress;
import se.medel.document.PdfAnswer;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.settlement.SettlementService.Grant;
import se.medel.settlement.SettlementService.RoundSettled;
import se.medel.settlement.rules.RepaymentState;
import se.medel.storage.LongWork;
import se.medel.time.ClockProducer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The settlement of a round and of one district in it. A district sees its own. */
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
public class SettlementPages {

    /** Where an account stands, in words. */
    record Figures(
            String granted,
            String paid,
            String notYetPaid,
            String released,
            String admitted,
            String repaid,
            String writtenOff,
            String owed) {

        static Figures of(List<Account> accounts) {
            return of(accounts, SettlementTexts::kr);
        }

        /** Without the unit, for a table with many columns. */
        static Figures numbers(List<Account> accounts) {
            return of(accounts, sum -> Formats.number(sum.amount()));
        }

        private static Figures of(List<Account> accounts, Function<Kronor, String> written) {
            Function<Function<Account, Kronor>, String> sum = figure -> written.apply(
                    SettlementPicture.sum(accounts.stream().map(figure).toList()));
            return new Figures(
                    sum.apply(Account::granted),
                    sum.apply(Account::paid),
                    sum.apply(Account::notYetPaid),
                    sum.apply(Account::released),
                    sum.apply(Account::admitted),
                    sum.apply(Account::repaid),
                    sum.apply(Account::writtenOff),
                    sum.apply(Account::owed));
        }
    }

    record Row(String slug, String district, String component, Figures figures, String stage, String colour) {}

    /** A district whose report hasn't come, and whose grants aren't settled without it. */
    record Late(String slug, String district, String due) {}

    /** @param mayAct whether the reader is an officer and the round is in reporting */
    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundSettlement(
            RoundView round,
            Form form,
            List<Row> rows,
            Figures sum,
            List<SettlementPicture> pictures,
            List<Late> late,
            boolean mayAct,
            boolean closing)
            implements TemplateInstance {}

    /** An earlier settlement, in one line. */
    record Earlier(String title, String line) {}

    /** A repayment in a list. */
    record Demand(long id, String text, String state, String colour) {}

    /**
     * One grant of a district.
     *
     * @param chain null until it is settled
     * @param finalPayment what is still to be paid, null for nothing
     * @param toFree the most that can come back under the caps; null where the reader can't let it
     */
    record GrantPart(
            long application,
            String component,
            Figures figures,
            String stage,
            String colour,
            SettlementChain chain,
            String finalPayment,
            String freed,
            String toFree,
            Form form,
            List<Earlier> earlier,
            List<Demand> demands) {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DistrictSettlement(
            RoundView round,
            String slug,
            String district,
            Form form,
            List<GrantPart> grants,
            SettlementPicture picture,
            boolean called,
            boolean settled)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LateConfirm(RoundView round, Form form, Late late, String text) implements TemplateInstance {}

    @Inject
    ConflictService conflicts;

    @Inject
    SettlementService settlements;

    @Inject
    SettlementDocuments documents;

    @Inject
    CostReportService reports;

    @Inject
    SettlementDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    @Path("/{round}/settlement")
    public TemplateInstance round(@RestPath String round) {
        return page(desk.round(round), Form.empty());
    }

    @POST
    @Path("/{round}/settlement")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = desk.round(round);
        Form form = Form.of(posted);
        Answer<RoundSettled> settled =
                LongWork.call(() -> settlements.settleRound(me.actor(), round, form.chosen("late", "yes")));
        if (settled.isRefused()) {
            form.reject(settled.refusals(), language.now());
            return Answers.refused(settled.refusals(), page(found, form));
        }
        flash.say(told(settled.get()));
        return Answers.seeOther("/rounds/" + round + "/settlement");
    }

    /** How many grants are settled, and the districts that were left out, by the reason. */
    private String told(RoundSettled settled) {
        Texts texts = Texts.in(language.now());
        Map<String, String> leftOut = settled.leftOut().stream()
                .collect(Collectors.groupingBy(
                        left -> texts.refusal(left.why()),
                        LinkedHashMap::new,
                        Collectors.mapping(left -> desk.districtName(left.district()), Collectors.joining(", "))));
        StringBuilder told = new StringBuilder(
                msg().settleDone(Integer.toString(settled.settled().size())));
        leftOut.forEach((why, districts) -> told.append(' ').append(msg().settleLeftOut(districts, why)));
        return told.toString();
    }

    private TemplateInstance page(RoundView round, Form form) {
        Locale locale = language.now();
        // By name as a Swede reads it; the grants of one district stay in their order.
        List<Grant> grants = settlements.ofRound(me.actor(), round.id()).stream()
                .sorted(Comparator.comparing(
                        grant -> desk.districtName(grant.account().district()),
                        Collator.getInstance(Locale.forLanguageTag("sv"))))
                .toList();
        List<Account> accounts = grants.stream().map(Grant::account).toList();
        Map<String, List<Account>> byDistrict = accounts.stream()
                .collect(Collectors.groupingBy(Account::district, LinkedHashMap::new, Collectors.toList()));
        Kronor most = byDistrict.values().stream()
                .map(theirs -> SettlementPicture.sum(
                        theirs.stream().map(Account::granted).toList()))
                .reduce(Kronor.ZERO, Kronor::max);
        boolean mayAct = me.is(Role.OFFICER) && round.state() == RoundState.REPORTING;
        return new RoundSettlement(
                round,
                form,
                grants.stream().map(this::row).toList(),
                Figures.numbers(accounts),
                byDistrict.entrySet().stream()
                        .map(theirs -> SettlementPicture.of(
                                desk.districtName(theirs.getKey()), theirs.getValue(), most, locale))
                        .toList(),
                mayAct ? late(round.id(), grants) : List.of(),
                mayAct,
                // A district's part of a round isn't closed, the round is.
                !me.role().ofDistrict()
                        && (round.state() == RoundState.REPORTING || round.state() == RoundState.CLOSED));
    }

    private Row row(Grant grant) {
        return new Row(
                grant.account().district(),
                desk.districtName(grant.account().district()),
                Texts.in(language.now()).name(grant.account().component()),
                Figures.numbers(List.of(grant.account())),
                Texts.in(language.now()).name(grant.stage()),
                SettlementTexts.colour(grant.stage()));
    }

    private List<Late> late(String round, List<Grant> grants) {
        Set<String> unsettled = grants.stream()
                .map(Grant::account)
                .filter(account -> !account.settled())
                .map(Account::district)
                .collect(Collectors.toSet());
        return reports.ofRound(me.actor(), round).stream()
                .filter(report -> report.isLate(LocalDate.now(clock)) && unsettled.contains(report.district()))
                .map(this::late)
                .toList();
    }

    private Late late(CostReportView report) {
        return new Late(report.district(), desk.districtName(report.district()), Formats.day(report.dueOn()));
    }

    @GET
    @Path("/{round}/settlement/{district}")
    public TemplateInstance district(@RestPath String round, @RestPath String district) {
        return districtPage(desk.round(round), district, Form.empty());
    }

    /** Lets money come back under the caps (A1). */
    @POST
    @Path("/{round}/settlement/{district}")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response free(@RestPath String round, @RestPath String district, MultivaluedMap<String, String> posted) {
        RoundView found = desk.round(round);
        Form form = Form.of(posted);
        long application = grants(round, district).stream()
                .map(grant -> grant.account().applicationId())
                .filter(id -> form.value("application").equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        String field = "amount-" + application;
        BigDecimal amount = form.wholeKronor(field, language.msg());
        if (amount == null) {
            return Answers.toBeCorrected(districtPage(found, district, form));
        }
        Answer<Account> freed = settlements.free(me.actor(), application, new Kronor(amount));
        if (freed.isRefused()) {
            for (Refusal refusal : freed.refusals()) {
                form.reject(
                        refusal.field() == null ? "" : field,
                        Texts.in(language.now()).refusal(refusal));
            }
            return Answers.refused(freed.refusals(), districtPage(found, district, form));
        }
        flash.say(msg().freeDone(Formats.kr(amount)));
        return Answers.seeOther("/rounds/" + round + "/settlement/" + district);
    }

    private List<Grant> grants(String round, String district) {
        Answer<List<Grant>> grants = settlements.ofDistrict(me.actor(), round, district);
        if (grants.isRefused()) {
            throw new NotFoundException();
        }
        return grants.get();
    }

    private TemplateInstance districtPage(RoundView round, String district, Form form) {
        List<Grant> grants = grants(round.id(), district);
        List<Account> accounts = grants.stream().map(Grant::account).toList();
        Set<String> declared = conflicts.declaredBy(me.actor());
        Kronor granted =
                SettlementPicture.sum(accounts.stream().map(Account::granted).toList());
        return new DistrictSettlement(
                round,
                district,
                desk.districtName(district),
                form,
                grants.stream().map(grant -> part(round, grant, declared, form)).toList(),
                SettlementPicture.of(desk.districtName(district), accounts, granted, language.now()),
                reports.of(round.id(), district).isPresent(),
                accounts.stream().anyMatch(Account::settled));
    }

    /** Whether any of these conflicts of interest is in the grant or in one of its repayments. */
    private static boolean isConflicted(Grant grant, Set<String> declared) {
        return declared.contains("application/" + grant.account().applicationId())
                || grant.repayments().stream().map(RepaymentView::subject).anyMatch(declared::contains);
    }

    private GrantPart part(RoundView round, Grant grant, Set<String> declared, Form form) {
        Locale locale = language.now();
        Texts texts = Texts.in(locale);
        Account account = grant.account();
        Optional<SettlementView> inForce = grant.inForce();
        boolean mayFree = me.is(Role.OFFICER)
                && round.state() == RoundState.REPORTING
                && account.toFree().isPositive()
                && !isConflicted(grant, declared);
        Kronor left = account.settled() ? account.notYetPaid() : Kronor.ZERO;
        return new GrantPart(
                account.applicationId(),
                texts.name(account.component()),
                Figures.of(List.of(account)),
                texts.name(grant.stage()),
                SettlementTexts.colour(grant.stage()),
                inForce.map(view -> SettlementChain.of(view, settlements.paidWhen(view), locale))
                        .orElse(null),
                left.isPositive() ? kr(left) : null,
                account.freed().isPositive() ? kr(account.freed()) : null,
                mayFree ? kr(account.toFree()) : null,
                form,
                earlier(grant, locale),
                demands(grant, texts));
    }

    private List<Earlier> earlier(Grant grant, Locale locale) {
        List<Earlier> earlier = new ArrayList<>();
        for (SettlementView view :
                grant.settlements().subList(0, Math.max(0, grant.settlements().size() - 1))) {
            earlier.add(new Earlier(
                    msg().settlementOf(
                                    Integer.toString(view.number()),
                                    Formats.day(view.madeAt()
                                            .atZone(ClockProducer.STOCKHOLM)
                                            .toLocalDate())),
                    SettlementChain.of(view, settlements.paidWhen(view), locale).line()));
        }
        return earlier;
    }

    private List<Demand> demands(Grant grant, Texts texts) {
        return grant.repayments().stream()
                .filter(view -> view.state() != RepaymentState.SUPERSEDED)
                .map(view -> new Demand(
                        view.id(),
                        view.flagged().isNegative()
                                ? msg().refundOf(SettlementTexts.size(view.amount()))
                                : msg().repaymentOf(SettlementTexts.size(view.amount())),
                        texts.name(view.state()),
                        SettlementTexts.colour(view.state())))
                .toList();
    }

    @GET
    @Path("/{round}/settlement/{district}/late")
    @RolesAllowed(Roles.OFFICER)
    public TemplateInstance late(@RestPath String round, @RestPath String district) {
        return latePage(desk.round(round), district, Form.empty());
    }

    @POST
    @Path("/{round}/settlement/{district}/late")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settleLate(
            @RestPath String round, @RestPath String district, MultivaluedMap<String, String> posted) {
        RoundView found = desk.round(round);
        Form form = Form.of(posted);
        Answer<List<SettlementView>> settled = settlements.settleWithoutReport(me.actor(), round, district);
        if (settled.isRefused()) {
            form.reject(settled.refusals(), language.now());
            return Answers.refused(settled.refusals(), latePage(found, district, form));
        }
        flash.say(msg().lateDone(desk.districtName(district)));
        return Answers.seeOther("/rounds/" + round + "/settlement/" + district);
    }

    private TemplateInstance latePage(RoundView round, String district, Form form) {
        Late late = reports.of(round.id(), district).map(this::late).orElseThrow(NotFoundException::new);
        return new LateConfirm(round, form, late, msg().lateConfirmText(late.district(), late.due()));
    }

    // Documents

    @GET
    @Path("/{round}/settlement/{district}/document")
    public TemplateInstance document(@RestPath String round, @RestPath String district) {
        grants(round, district);
        return letterPage(round, district, documents.settlement(round, district), "document.pdf");
    }

    @GET
    @Path("/{round}/settlement/{district}/document.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response documentPdf(
            @RestPath String round, @RestPath String district, @Context Request request, RoutingContext context) {
        grants(round, district);
        return RepaymentPages.pdf(documents.settlement(round, district), request, context);
    }

    @GET
    @Path("/{round}/settlement/{district}/call")
    public TemplateInstance call(@RestPath String round, @RestPath String district) {
        grants(round, district);
        return letterPage(round, district, documents.call(round, district), "call.pdf");
    }

    @GET
    @Path("/{round}/settlement/{district}/call.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response callPdf(
            @RestPath String round, @RestPath String district, @Context Request request, RoutingContext context) {
        grants(round, district);
        return RepaymentPages.pdf(documents.call(round, district), request, context);
    }

    private static TemplateInstance letterPage(
            String round, String district, Optional<LetterPress.Kept> kept, String pdf) {
        String back = "/rounds/" + round + "/settlement/" + district;
        return kept.map(found ->
                        new RepaymentPages.LetterPage(found.letter(), found.document(), back + "/" + pdf, back))
                .orElseThrow(NotFoundException::new);
    }

    private SettlementMsg msg() {
        return SettlementTexts.in(language.now());
    }
}
