package se.medel.payment;

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
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.payment.ConfirmationService.Confirmation;
import se.medel.payment.ConfirmationService.Tried;
import se.medel.payment.PaymentService.Amount;
import se.medel.payment.PaymentService.Wanted;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Amounts;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** The payments of a round: what is left to order, the orders, and what the ledger has paid. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class PaymentPages {

    /** @param main whether it is what the user most likely comes for */
    record Link(String href, String text, boolean main) {}

    /**
     * @param todo what the user can do; empty for who reads only
     * @param settingsHref where the settings are read; null for who is told in {@code todo}
     */
    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaymentList(
            RoundView round,
            List<PaymentDesk.Order> orders,
            PaymentDesk.Grants grants,
            List<Link> todo,
            boolean settingsMissing,
            String settingsHref)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnPayments(RoundView round, PaymentDesk.Grants grants, List<PaymentDesk.Row> payments)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewOrder(RoundView round, Form form, List<PaymentDesk.Grant> lines, String example)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Confirm(RoundView round, Form form) implements TemplateInstance {}

    /** @param href the payment's order; null where there is none */
    record ConfirmedRow(
            String number,
            String reference,
            String href,
            String district,
            String amount,
            String paidOn,
            String voucher,
            List<String> faults) {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Confirmed(RoundView round, String marked, String wrong, List<ConfirmedRow> rows)
            implements TemplateInstance {}

    private static final Pattern ITEM = Pattern.compile("amounts\\[([0-9]+)].*");
    private static final int WHOLE = 100;

    @Inject
    PaymentService payments;

    @Inject
    BookingService bookings;

    @Inject
    ConfirmationService confirmations;

    @Inject
    PaymentDesk desk;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/payments")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    public TemplateInstance list(@RestPath String round) {
        RoundView found = found(round);
        List<Account> accounts = payments.accounts(me.actor(), round).get();
        if (me.role().ofDistrict()) {
            return new OwnPayments(
                    found,
                    desk.grants(accounts),
                    desk.rows(payments.payments(me.actor(), round).get()));
        }
        boolean writes = me.is(Role.CONTROLLER) && PaymentService.takesPayments(found.state());
        return new PaymentList(
                found,
                payments.orders(me.actor(), round).get().stream()
                        .map(desk::order)
                        .toList(),
                desk.grants(accounts),
                writes ? todo(found, accounts) : List.of(),
                bookings.find(me.actor(), round).get().settings() == null,
                writes ? null : address(found) + "/settings");
    }

    private List<Link> todo(RoundView round, List<Account> accounts) {
        PaymentMsg msg = desk.msg();
        boolean left = accounts.stream().anyMatch(account -> account.toOrder().isPositive());
        List<Link> todo = new ArrayList<>();
        if (left) {
            todo.add(new Link(address(round) + "/new", msg.newTitle(), true));
        }
        todo.add(new Link(address(round) + "/confirm", msg.confirmTitle(), false));
        todo.add(new Link(address(round) + "/settings", msg.settingsTitle(), false));
        return todo;
    }

    @GET
    @Path("/{round}/payments/new")
    @RolesAllowed(Roles.CONTROLLER)
    public TemplateInstance write(@RestPath String round, @RestQuery String share) {
        RoundView found = found(round);
        Form form = Form.empty().with("share", share);
        Amounts.Reading part =
                share == null ? new Amounts.Reading(BigDecimal.valueOf(WHOLE), null) : Amounts.count(share, WHOLE);
        if (!part.accepted() || part.amount().signum() == 0) {
            form.reject("share", desk.msg().shareWrong());
        } else {
            left(round).forEach(account -> fill(form, account, part.amount()));
        }
        return page(found, form);
    }

    private static void fill(Form form, Account account, BigDecimal share) {
        BigDecimal amount =
                account.toOrder().amount().multiply(share).divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.FLOOR);
        if (amount.signum() > 0) {
            form.with(PaymentDesk.field(account.applicationId()), Formats.number(amount));
        }
    }

    private List<Account> left(String round) {
        return payments.accounts(me.actor(), round).get().stream()
                .filter(account -> account.toOrder().isPositive())
                .toList();
    }

    @POST
    @Path("/{round}/payments/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.CONTROLLER)
    public Response order(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        List<Amount> amounts = new ArrayList<>();
        // Also of grants that nothing is left of since the page was opened: the refusal says so at the field.
        for (Account account : payments.accounts(me.actor(), round).get()) {
            String field = PaymentDesk.field(account.applicationId());
            if (!form.value(field).isEmpty()) {
                BigDecimal amount = form.wholeKronor(field, language.msg());
                if (amount != null) {
                    amounts.add(new Amount(account.applicationId(), new Kronor(amount)));
                }
            }
        }
        LocalDate payOn = Days.read(form, "payOn", desk.msg().dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(found, form));
        }
        Answer<OrderView> made = payments.order(me.actor(), round, new Wanted(payOn, form.value("note"), amounts));
        if (made.isRefused()) {
            form.reject(
                    made.refusals().stream()
                            .map(refusal -> atField(refusal, amounts))
                            .toList(),
                    language.now());
            return Answers.refused(made.refusals(), page(found, form));
        }
        flash.say(desk.msg()
                .newDone(
                        Integer.toString(made.get().number()),
                        PaymentDesk.kr(made.get().sum())));
        return Answers.seeOther("/payment-orders/" + made.get().id());
    }

    /** The service knows amounts by their places, the page by their grants. */
    private static Refusal atField(Refusal refusal, List<Amount> amounts) {
        Matcher item = ITEM.matcher(refusal.field() == null ? "" : refusal.field());
        return item.matches()
                ? refusal.at(PaymentDesk.field(
                        amounts.get(Integer.parseInt(item.group(1))).applicationId()))
                : refusal;
    }

    private TemplateInstance page(RoundView round, Form form) {
        List<Account> shown = payments.accounts(me.actor(), round.id()).get().stream()
                .filter(account -> account.toOrder().isPositive()
                        || !form.value(PaymentDesk.field(account.applicationId()))
                                .isEmpty())
                .toList();
        return new NewOrder(round, form, desk.grants(shown).lines(), Formats.day(payments.today()));
    }

    @GET
    @Path("/{round}/payments/confirm")
    @RolesAllowed(Roles.CONTROLLER)
    public TemplateInstance choose(@RestPath String round) {
        return new Confirm(found(round), Form.empty());
    }

    @POST
    @Path("/{round}/payments/confirm")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.CONTROLLER)
    public Response confirm(@RestPath String round, @RestForm("file") FileUpload file) {
        RoundView found = found(round);
        Form form = Form.empty();
        Answer<Confirmation> answer =
                file == null || file.fileName() == null || file.fileName().isEmpty()
                        ? Answer.refused(
                                Refusal.of(PaymentRefusal.CONFIRMATION_MISSING).at("file"))
                        : confirmations.confirm(me.actor(), round, file.uploadedFile(), file.fileName());
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), new Confirm(found, form));
        }
        Confirmation confirmed = answer.get();
        return Response.ok(new Confirmed(
                        found, Formats.number(confirmed.marked()), Formats.number(confirmed.wrong()), rows(confirmed)))
                .build();
    }

    private List<ConfirmedRow> rows(Confirmation confirmed) {
        Map<String, String> names = desk.districtNames();
        return confirmed.rows().stream().map(row -> row(row, names)).toList();
    }

    private ConfirmedRow row(Tried row, Map<String, String> districts) {
        PaymentView payment = row.payment();
        return new ConfirmedRow(
                Long.toString(row.number()),
                row.reference(),
                payment == null ? null : "/payment-orders/" + payment.orderId(),
                payment == null ? null : districts.get(payment.district()),
                row.amount() == null ? null : PaymentDesk.kr(row.amount()),
                row.paidOn() == null ? null : Formats.day(row.paidOn()),
                row.voucher(),
                row.faults().stream().map(desk.texts()::refusal).toList());
    }

    private RoundView found(String round) {
        return rounds.round(round)
                .filter(found -> found.state().hasApprovedModel())
                .orElseThrow(NotFoundException::new);
    }

    private static String address(RoundView round) {
        return "/rounds/" + round.id() + "/payments";
    }
}
