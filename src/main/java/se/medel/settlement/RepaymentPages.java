package se.medel.settlement;

import static se.medel.settlement.SettlementTexts.size;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.delegation.ConflictService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.Mandate;
import se.medel.delegation.ReportedBack;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.PdfAnswer;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.Deadlines;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.settlement.rules.RepaymentReason;
import se.medel.settlement.rules.RepaymentState;
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

/** One repayment: what it rests on, what has happened, and what each role does with it (Y2, Y5). */
@Path("/repayments/{id}")
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
public class RepaymentPages {

    /** Part of the amount, with the rule that it rests on. */
    record Part(String name, String amount) {}

    /**
     * What every page about a repayment shows of it.
     *
     * @param refund whether it is a correction in the district's favour
     * @param decided null until it is
     * @param left what is still to be paid either way, null for nothing
     * @param heard whether the district has been asked
     * @param replied when and by whom it answered, null until it has
     */
    record Case(
            long id,
            RoundView round,
            String slug,
            String district,
            String component,
            String title,
            String state,
            String colour,
            boolean refund,
            String flagged,
            String decided,
            String left,
            String payBy,
            boolean late,
            String replyDue,
            List<Part> parts,
            SettlementChain chain,
            boolean heard,
            String reply,
            String replied,
            long version) {}

    record Link(String path, String text) {}

    record Event(String when, String what, String by) {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RepaymentPage(Case demand, List<Link> actions, List<Link> documents, String reasons, List<Event> history)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Hear(Case demand, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Reply(Case demand, Form form, Letter letter) implements TemplateInstance {}

    /** @param early why nothing can be decided yet, null where it can */
    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decide(
            Case demand,
            Form form,
            String title,
            String subject,
            boolean fourEyes,
            boolean conflicted,
            String early,
            List<Typed.Line> typed)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Receive(Case demand, Form form, String title, String left) implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WriteOff(Case demand, Form form, String subject, String left) implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overtaken(Case demand, String why, List<Typed.Line> typed) implements TemplateInstance {}

    @CheckedTemplate(basePath = "settlement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterPage(Letter letter, DocumentView document, String pdf, String back) implements TemplateInstance {}

    @Inject
    RepaymentService repayments;

    @Inject
    ConflictService conflicts;

    @Inject
    SettlementService settlements;

    @Inject
    SettlementDocuments documents;

    @Inject
    SettlementDesk desk;

    @Inject
    Deadlines deadlines;

    @Inject
    Accounts accounts;

    @Inject
    ReportedBack reported;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    public TemplateInstance show(@RestPath long id) {
        RepaymentView repayment = seen(id);
        return new RepaymentPage(
                demand(repayment), actions(repayment), documents(repayment), repayment.reasons(), history(repayment));
    }

    // Hearing

    @GET
    @Path("/hear")
    @RolesAllowed(Roles.OFFICER)
    public Response hear(@RestPath long id) {
        RepaymentView repayment = seen(id);
        return repayment.state() != RepaymentState.FLAGGED || repayment.hearingAt() != null
                ? back(id)
                : Response.ok(new Hear(
                                demand(repayment),
                                Form.empty()
                                        .with(
                                                "replyDue",
                                                deadlines
                                                        .of(repayment.roundId())
                                                        .replyBy(LocalDate.now(clock)))))
                        .build();
    }

    @POST
    @Path("/hear")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hear(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate due = desk.day(form, "replyDue");
        return done(
                id,
                form,
                () -> repayments.hear(me.actor(), id, SettlementDesk.version(form), due),
                heard -> msg().hearDone(Formats.day(heard.replyDue())),
                now -> now.hearingAt() == null && now.state() == RepaymentState.FLAGGED
                        ? new Hear(demand(now), form)
                        : null,
                Typed.in(form).text("replyDue", msg().replyDue()));
    }

    // The district's answer

    @GET
    @Path("/reply")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response reply(@RestPath long id) {
        RepaymentView repayment = seen(id);
        return canReply(repayment)
                ? Response.ok(replyPage(repayment, Form.empty().with("reply", repayment.reply())))
                        .build()
                : back(id);
    }

    @POST
    @Path("/reply")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reply(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return done(
                id,
                form,
                () -> repayments.reply(me.actor(), id, SettlementDesk.version(form), form.value("reply")),
                replied -> msg().replyDone(),
                now -> canReply(now) ? replyPage(now, form) : null,
                Typed.in(form).text("reply", msg().replyLabel()));
    }

    private static boolean canReply(RepaymentView repayment) {
        return repayment.state() == RepaymentState.FLAGGED && repayment.hearingAt() != null;
    }

    private TemplateInstance replyPage(RepaymentView repayment, Form form) {
        return new Reply(demand(repayment), form, documents.hearingText(repayment));
    }

    // The decision

    @GET
    @Path("/decide")
    @RolesAllowed(Roles.DIRECTOR)
    public Response decide(@RestPath long id) {
        RepaymentView repayment = seen(id);
        if (repayment.state() != RepaymentState.FLAGGED) {
            return back(id);
        }
        Kronor flagged = repayment.flagged();
        Form form = Form.empty()
                .with(
                        "amount",
                        Formats.number(flagged.max(Kronor.ZERO.minus(flagged)).amount()));
        return Response.ok(decidePage(repayment, form)).build();
    }

    @POST
    @Path("/decide")
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        BigDecimal typed = form.wholeKronor("amount", language.msg());
        boolean refund = seen(id).flagged().isNegative();
        Kronor amount = typed == null ? null : new Kronor(refund ? typed.negate() : typed);
        return done(
                id,
                form,
                () -> repayments.decide(me.actor(), id, SettlementDesk.version(form), amount, form.value("reasons")),
                decided -> msg().decideDone(Integer.toString(decided.number())),
                now -> now.state() == RepaymentState.FLAGGED ? decidePage(now, form) : null,
                Typed.in(form).text("amount", msg().decideAmount()).text("reasons", msg().decideReasons()));
    }

    private TemplateInstance decidePage(RepaymentView repayment, Form form) {
        boolean refund = repayment.flagged().isNegative();
        Optional<Refusal> tooEarly = repayments.tooEarly(repayment);
        boolean fourEyes = repayments.prepared(me.actor(), repayment.id());
        boolean conflicted = conflicts.bars(me.actor(), repayment.subjects()).isPresent();
        return new Decide(
                demand(repayment),
                form,
                refund ? msg().decideRefundTitle() : msg().decideTitle(),
                repayment.subject(),
                fourEyes,
                conflicted,
                tooEarly.map(refusal -> texts().refusal(refusal)).orElse(null),
                form.has("version") && (fourEyes || conflicted || tooEarly.isPresent())
                        ? Typed.in(form)
                                .text("amount", msg().decideAmount())
                                .text("reasons", msg().decideReasons())
                                .lines()
                        : List.of());
    }

    // Money

    @GET
    @Path("/receive")
    @RolesAllowed(Roles.CONTROLLER)
    public Response receive(@RestPath long id) {
        RepaymentView repayment = seen(id);
        return repayment.open().equals(Kronor.ZERO)
                ? back(id)
                : Response.ok(receivePage(
                                repayment,
                                Form.empty()
                                        .with(
                                                "amount",
                                                Formats.number(left(repayment).amount()))
                                        .with("date", LocalDate.now(clock))))
                        .build();
    }

    @POST
    @Path("/receive")
    @RolesAllowed(Roles.CONTROLLER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response receive(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        BigDecimal typed = form.wholeKronor("amount", language.msg());
        LocalDate date = desk.day(form, "date");
        boolean refund = seen(id).amount().isNegative();
        Kronor amount = typed == null ? null : new Kronor(typed);
        Long version = SettlementDesk.version(form);
        String reference = form.value("reference");
        return done(
                id,
                form,
                () -> refund
                        ? repayments.refund(me.actor(), id, version, amount, date, reference)
                        : repayments.receive(me.actor(), id, version, amount, date, reference),
                booked -> msg().receiveDone(Formats.kr(typed)),
                now -> now.open().equals(Kronor.ZERO) ? null : receivePage(now, form),
                Typed.in(form)
                        .text("amount", msg().amount())
                        .text("date", msg().receiptDate())
                        .text("reference", msg().reference()));
    }

    private TemplateInstance receivePage(RepaymentView repayment, Form form) {
        return new Receive(
                demand(repayment),
                form,
                repayment.open().isNegative() ? msg().doRefund() : msg().doReceive(),
                size(repayment.open()));
    }

    private static Kronor left(RepaymentView repayment) {
        return repayment.open().max(Kronor.ZERO.minus(repayment.open()));
    }

    @GET
    @Path("/write-off")
    @RolesAllowed(Roles.DIRECTOR)
    public Response writeOff(@RestPath long id) {
        RepaymentView repayment = seen(id);
        return repayment.open().isPositive()
                ? Response.ok(new WriteOff(
                                demand(repayment), Form.empty(), repayment.subject(), size(repayment.open())))
                        .build()
                : back(id);
    }

    @POST
    @Path("/write-off")
    @RolesAllowed(Roles.DIRECTOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response writeOff(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return done(
                id,
                form,
                () -> repayments.writeOff(me.actor(), id, SettlementDesk.version(form), form.value("reason")),
                done -> msg().writeOffDone(size(done.writtenOff())),
                now -> now.open().isPositive()
                        ? new WriteOff(demand(now), form, now.subject(), size(now.open()))
                        : null,
                Typed.in(form).text("reason", msg().writeOffReason()));
    }

    // Documents

    @GET
    @Path("/hearing")
    public TemplateInstance hearing(@RestPath long id) {
        return letterPage(id, documents.hearing(seen(id)), "hearing.pdf");
    }

    @GET
    @Path("/hearing.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response hearingPdf(@RestPath long id, @Context Request request, RoutingContext context) {
        return pdf(documents.hearing(seen(id)), request, context);
    }

    @GET
    @Path("/decision")
    public TemplateInstance decision(@RestPath long id) {
        return letterPage(id, documents.decision(seen(id)), "decision.pdf");
    }

    @GET
    @Path("/decision.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response decisionPdf(@RestPath long id, @Context Request request, RoutingContext context) {
        return pdf(documents.decision(seen(id)), request, context);
    }

    private static TemplateInstance letterPage(long id, Optional<LetterPress.Kept> kept, String pdf) {
        return kept.map(found -> new LetterPage(
                        found.letter(), found.document(), "/repayments/" + id + "/" + pdf, "/repayments/" + id))
                .orElseThrow(NotFoundException::new);
    }

    static Response pdf(Optional<LetterPress.Kept> kept, Request request, RoutingContext context) {
        return PdfAnswer.of(kept.orElseThrow(NotFoundException::new).document(), request, context);
    }

    // What the pages share

    /** What something was decided by, and where the committee was told. */
    private String by(Mandate mandate, String subject, Instant decidedAt) {
        return Stream.of(
                        Optional.ofNullable(mandate).map(found -> DelegationWords.mandate(found, language.now())),
                        reported.of(subject, decidedAt).map(report -> DelegationWords.reported(report, language.now())))
                .flatMap(Optional::stream)
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
    }

    private interface Work extends Supplier<Answer<RepaymentView>> {}

    private interface Said {
        String of(RepaymentView repayment);
    }

    /** The form for the repayment as it is now, or null where it has no form any more. */
    private interface Again {
        TemplateInstance of(RepaymentView repayment);
    }

    /** Does what was asked for, or shows the form again with what was typed; where there is no form any more, what was typed. */
    private Response done(long id, Form form, Work work, Said said, Again again, Typed typed) {
        RepaymentView before = seen(id);
        if (form.hasErrors()) {
            TemplateInstance page = again.of(before);
            return page == null
                    ? Answers.conflict(new Overtaken(demand(before), "", typed.lines()))
                    : Answers.toBeCorrected(page);
        }
        Answer<RepaymentView> answer = work.get();
        if (!answer.isRefused()) {
            flash.say(said.of(answer.get()));
            return back(id);
        }
        RepaymentView now = seen(id);
        form.reject(answer.refusals(), language.now());
        TemplateInstance page = again.of(now);
        if (page == null) {
            return Answers.conflict(
                    new Overtaken(demand(now), texts().refusal(answer.refusals().get(0)), typed.lines()));
        }
        return answer.refusals().stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID)
                ? Answers.toBeCorrected(page)
                : Answers.conflict(page);
    }

    private static Response back(long id) {
        return Answers.seeOther("/repayments/" + id);
    }

    private RepaymentView seen(long id) {
        Answer<RepaymentView> found = repayments.find(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private Case demand(RepaymentView repayment) {
        Locale locale = language.now();
        SettlementView settlement = settlements.of(repayment);
        boolean refund = repayment.flagged().isNegative();
        return new Case(
                repayment.id(),
                desk.round(repayment.roundId()),
                repayment.district(),
                desk.districtName(repayment.district()),
                texts().name(accounts.of(repayment.applicationId())
                        .orElseThrow()
                        .component()),
                refund ? msg().refundTitle() : msg().repaymentTitle(),
                texts().name(repayment.state()),
                SettlementTexts.colour(repayment.state()),
                refund,
                size(repayment.flagged()),
                repayment.decided() == null ? null : size(repayment.decided()),
                repayment.open().equals(Kronor.ZERO) ? null : size(repayment.open()),
                repayment.payBy() == null ? null : Formats.day(repayment.payBy()),
                repayment.isLate(LocalDate.now(clock)),
                repayment.replyDue() == null ? null : Formats.day(repayment.replyDue()),
                parts(repayment),
                SettlementChain.of(settlement, settlements.paidWhen(settlement), locale),
                repayment.hearingAt() != null,
                repayment.reply(),
                repayment.repliedAt() == null
                        ? null
                        : msg().replyAt(Formats.moment(repayment.repliedAt()), repayment.repliedBy()),
                repayment.version());
    }

    private List<Part> parts(RepaymentView repayment) {
        List<Part> parts = new ArrayList<>();
        for (RepaymentReason reason : RepaymentReason.values()) {
            Kronor part = repayment.parts().get(reason.name());
            if (part != null) {
                parts.add(new Part(texts().name(reason) + " (" + reason.rule() + ")", SettlementTexts.kr(part)));
            }
        }
        Kronor earlier = repayment.parts().get(RepaymentView.EARLIER);
        if (earlier != null) {
            parts.add(new Part(msg().earlierPart(), SettlementTexts.kr(earlier)));
        }
        return parts;
    }

    private List<Link> actions(RepaymentView repayment) {
        List<Link> actions = new ArrayList<>();
        if (desk.round(repayment.roundId()).state() != RoundState.REPORTING) {
            return actions;
        }
        boolean flagged = repayment.state() == RepaymentState.FLAGGED;
        if (me.is(Role.OFFICER) && flagged && !repayment.flagged().isNegative() && repayment.hearingAt() == null) {
            actions.add(new Link("hear", msg().doHear()));
        }
        if (me.role().ofDistrict() && canReply(repayment)) {
            actions.add(new Link("reply", msg().doReply()));
        }
        if (me.is(Role.DIRECTOR) && flagged) {
            actions.add(new Link("decide", msg().doDecide()));
        }
        if (me.is(Role.CONTROLLER) && !repayment.open().equals(Kronor.ZERO)) {
            actions.add(new Link("receive", repayment.open().isNegative() ? msg().doRefund() : msg().doReceive()));
        }
        if (me.is(Role.DIRECTOR) && repayment.open().isPositive()) {
            actions.add(new Link("write-off", msg().doWriteOff()));
        }
        return actions;
    }

    private List<Link> documents(RepaymentView repayment) {
        List<Link> links = new ArrayList<>();
        if (repayment.hearingAt() != null) {
            links.add(new Link("hearing", msg().hearLetter()));
        }
        if (repayment.decidedAt() != null) {
            links.add(new Link("decision", msg().decisionDocument()));
        }
        return links;
    }

    private record Happened(Instant at, String what, String by) {}

    private List<Event> history(RepaymentView repayment) {
        List<Happened> all = new ArrayList<>();
        SettlementView settlement = settlements.of(repayment);
        all.add(new Happened(
                settlement.madeAt(), msg().historyFlagged(size(repayment.flagged())), settlement.madeBy()));
        if (repayment.hearingAt() != null) {
            all.add(new Happened(
                    repayment.hearingAt(),
                    msg().historyHeard(Formats.day(repayment.replyDue())),
                    repayment.hearingBy()));
        }
        if (repayment.repliedAt() != null) {
            all.add(new Happened(repayment.repliedAt(), msg().historyReplied(), repayment.repliedBy()));
        }
        if (repayment.decidedAt() != null) {
            String number = Integer.toString(repayment.number());
            all.add(new Happened(
                    repayment.decidedAt(),
                    repayment.state() == RepaymentState.DISMISSED
                            ? msg().historyDismissed(number)
                                    + by(repayment.mandate(), repayment.subject(), repayment.decidedAt())
                            : msg().historyDecided(number, size(repayment.decided()))
                                    + by(repayment.mandate(), repayment.subject(), repayment.decidedAt()),
                    repayment.decidedBy()));
        }
        for (ReceiptBook.Receipt receipt : repayments.receipts(repayment.id())) {
            all.add(new Happened(
                    receipt.registeredAt(),
                    texts().name(receipt.kind()) + " " + Formats.day(receipt.bookedOn()) + ": "
                            + msg().historyReceipt(size(receipt.kronor()), receipt.reference()),
                    receipt.registeredBy()));
        }
        if (repayment.writtenOffAt() != null) {
            all.add(new Happened(
                    repayment.writtenOffAt(),
                    msg().historyWrittenOff(size(repayment.writtenOff()))
                            + by(repayment.writeOffMandate(), repayment.writeOffSubject(), repayment.writtenOffAt())
                            + "\n"
                            + repayment.writeOffReason(),
                    repayment.writtenOffBy()));
        }
        List<Event> events = new ArrayList<>(all.stream()
                .sorted(Comparator.comparing(Happened::at))
                .map(event -> new Event(Formats.moment(event.at()), event.what(), event.by()))
                .toList());
        if (repayment.state() == RepaymentState.SUPERSEDED) {
            events.add(new Event("", msg().historySuperseded(), ""));
        }
        return events;
    }

    private SettlementMsg msg() {
        return SettlementTexts.in(language.now());
    }

    private Texts texts() {
        return Texts.in(language.now());
    }
}
