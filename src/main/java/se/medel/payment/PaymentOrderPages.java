package se.medel.payment;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.document.PdfAnswer;
import se.medel.payment.PaymentService.Paid;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** One order: its payments, its files, and what is done with it. */
@Path("/payment-orders/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
public class PaymentOrderPages {

    /** @param kind such as PDF */
    record FileLink(String href, String text, String kind) {}

    /** @param exported when and by whom; null while it isn't */
    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrderPage(
            RoundView round,
            PaymentDesk.Order order,
            Form form,
            List<PaymentDesk.Row> rows,
            String made,
            String exported,
            String note,
            List<String> warnings,
            List<FileLink> files,
            boolean mayExport,
            boolean settingsMissing,
            boolean mayPay,
            String example,
            String version)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelPayment(RoundView round, String order, String number, PaymentDesk.Row row, boolean exported, Form form)
            implements TemplateInstance {}

    @Inject
    PaymentService payments;

    @Inject
    PaymentDocuments documents;

    @Inject
    PaymentFiles files;

    @Inject
    BookingService bookings;

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
    public TemplateInstance show(@RestPath long id) {
        OrderView order = found(id);
        // What waits is most often paid together.
        Form form = Form.empty()
                .withAll(
                        "payments",
                        order.waiting().stream()
                                .map(payment -> Long.toString(payment.id()))
                                .toList());
        return page(order, form);
    }

    private TemplateInstance page(OrderView order, Form form) {
        PaymentMsg msg = desk.msg();
        RoundView round = rounds.round(order.roundId()).orElseThrow();
        boolean writes = me.is(Role.CONTROLLER) && PaymentService.takesPayments(round.state());
        boolean waits = !order.waiting().isEmpty();
        return new OrderPage(
                round,
                desk.order(order),
                form,
                desk.rows(order, writes, form.values("payments")),
                by(order.madeAt(), order.madeBy()),
                order.isExported() ? by(order.exportedAt(), order.exportedBy()) : null,
                order.note(),
                warnings(order, round),
                order.isExported()
                        ? List.of(
                                new FileLink(address(order.id()) + "/document.pdf", msg.fileDocument(), "PDF"),
                                new FileLink(address(order.id()) + "/vouchers.si", msg.fileSie(), "SIE 4I"),
                                new FileLink(address(order.id()) + "/payments.csv", msg.fileCsv(), "CSV"))
                        : List.of(),
                writes && waits && !order.isExported(),
                bookings.find(me.actor(), round.id()).get().settings() == null,
                writes && waits,
                Formats.day(payments.today()),
                Long.toString(order.version()));
    }

    private List<String> warnings(OrderView order, RoundView round) {
        List<String> warnings = new ArrayList<>();
        if (desk.isLate(order)) {
            warnings.add(desk.msg().late());
        } else if (order.payOn().getYear() != round.year() && !order.waiting().isEmpty()) {
            warnings.add(desk.msg().otherYear(Integer.toString(round.year())));
        }
        return warnings;
    }

    private String by(Instant when, String username) {
        return desk.msg().byWhom(Formats.moment(when), desk.who(username));
    }

    @POST
    @Path("/export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.CONTROLLER)
    public Response export(@RestPath long id, MultivaluedMap<String, String> posted) {
        found(id);
        Form form = Form.of(posted);
        Answer<OrderView> exported = payments.export(me.actor(), id, PaymentDesk.version(form));
        if (exported.isRefused()) {
            return refused(id, form, exported.refusals());
        }
        documents.of(exported.get());
        flash.say(desk.msg().exportDone());
        return Answers.seeOther(address(id));
    }

    @POST
    @Path("/paid")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.CONTROLLER)
    public Response pay(@RestPath long id, MultivaluedMap<String, String> posted) {
        OrderView order = found(id);
        Form form = Form.of(posted);
        LocalDate paidOn = Days.read(form, "paidOn", desk.msg().dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(order, form));
        }
        List<Long> chosen = form.values("payments").stream()
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
        Answer<OrderView> paid = payments.pay(
                me.actor(), id, PaymentDesk.version(form), new Paid(chosen, paidOn, form.value("voucher")));
        if (paid.isRefused()) {
            return refused(id, form, paid.refusals());
        }
        flash.say(chosen.size() == 1 ? desk.msg().payDoneOne() : desk.msg().payDone(Formats.number(chosen.size())));
        return Answers.seeOther(address(id));
    }

    /** The order as it is now, with what was typed; who has read what is new can send it again. */
    private Response refused(long id, Form form, List<Refusal> refusals) {
        OrderView now = found(id);
        if (refusals.get(0).reason().kind() == Reason.Kind.STALE) {
            form.reject("", desk.msg().stale());
        } else {
            form.reject(refusals, language.now());
        }
        return Answers.refused(refusals, page(now, form));
    }

    @GET
    @Path("/payments/{payment}/cancel")
    @RolesAllowed(Roles.CONTROLLER)
    public Response askToCancel(@RestPath long id, @RestPath long payment) {
        OrderView order = found(id);
        PaymentView asked = payment(order, payment);
        return asked.isOrdered()
                ? Response.ok(cancelPage(order, asked, Form.empty().with("version", order.version())))
                        .build()
                : Answers.seeOther(address(id));
    }

    @POST
    @Path("/payments/{payment}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.CONTROLLER)
    public Response cancel(@RestPath long id, @RestPath long payment, MultivaluedMap<String, String> posted) {
        OrderView order = found(id);
        PaymentView asked = payment(order, payment);
        Form form = Form.of(posted);
        Answer<OrderView> cancelled =
                payments.cancel(me.actor(), id, payment, PaymentDesk.version(form), form.value("reason"));
        if (cancelled.isRefused()) {
            OrderView now = found(id);
            form.reject(cancelled.refusals(), language.now()).with("version", now.version());
            return Answers.refused(cancelled.refusals(), cancelPage(now, asked, form));
        }
        flash.say(desk.msg().cancelDone(desk.districtNames().get(asked.district())));
        return Answers.seeOther(address(id));
    }

    private TemplateInstance cancelPage(OrderView order, PaymentView asked, Form form) {
        return new CancelPayment(
                rounds.round(order.roundId()).orElseThrow(),
                Long.toString(order.id()),
                Integer.toString(order.number()),
                desk.rows(List.of(asked)).get(0),
                order.isExported(),
                form);
    }

    @GET
    @Path("/document.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response document(@RestPath long id, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(documents.of(exported(id)), request, context);
    }

    @GET
    @Path("/vouchers.si")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response vouchers(@RestPath long id) {
        return file(files.vouchers(exported(id)));
    }

    @GET
    @Path("/payments.csv")
    @Produces("text/csv")
    public Response table(@RestPath long id) {
        return file(files.table(exported(id)));
    }

    static Response file(PaymentFiles.File file) {
        return Response.ok(file.bytes(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .build();
    }

    private OrderView exported(long id) {
        OrderView order = found(id);
        if (!order.isExported()) {
            throw new NotFoundException();
        }
        return order;
    }

    private static PaymentView payment(OrderView order, long id) {
        return order.payments().stream()
                .filter(payment -> payment.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private OrderView found(long id) {
        Answer<OrderView> order = payments.find(me.actor(), id);
        if (order.isRefused()) {
            throw new NotFoundException();
        }
        return order.get();
    }

    private static String address(long id) {
        return "/payment-orders/" + id;
    }
}
