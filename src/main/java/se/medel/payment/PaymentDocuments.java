package se.medel.payment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.document.ArchivePdf;
import se.medel.document.Attachment;
import se.medel.document.DocumentStore;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.DocumentView;
import se.medel.document.Organisation;
import se.medel.money.Kronor;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;
import se.medel.user.UserService;
import se.medel.user.UserView;
import se.medel.web.Language;

/** The documents of exported orders: made when somebody first asks for one, and the same bytes from then on. */
@ApplicationScoped
public class PaymentDocuments {

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrderDocument(PaymentOrderText text) implements TemplateInstance {}

    /** What the document's data file holds; what became of the payments afterwards isn't in it. */
    record Data(
            String round,
            int number,
            LocalDate payOn,
            String note,
            Instant orderedAt,
            Instant exportedAt,
            BookingSettings booking,
            Kronor sum,
            List<Line> payments) {

        record Line(String reference, long application, String district, ComponentKind component, Kronor kronor) {}

        static Data of(OrderView order) {
            return new Data(
                    order.roundId(),
                    order.number(),
                    order.payOn(),
                    order.note(),
                    order.madeAt(),
                    order.exportedAt(),
                    order.exportedWith(),
                    OrderView.sum(order.exported()),
                    order.exported().stream()
                            .map(payment -> new Line(
                                    payment.reference(),
                                    payment.applicationId(),
                                    payment.district(),
                                    payment.component(),
                                    payment.kronor()))
                            .toList());
        }
    }

    @Inject
    DocumentStore documents;

    @Inject
    ArchivePdf archivePdf;

    @Inject
    Organisation organisation;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    UserService users;

    /**
     * The document of an order.
     *
     * <p>It is drawn outside of any transaction, so that nobody waits for it with a lock in hand, and of two that are drawn at
     * the same time the first one stored is everybody's.
     *
     * @param order one that is exported; who may see it is the caller's to know
     */
    @Transactional(Transactional.TxType.NEVER)
    public DocumentView of(OrderView order) {
        String subject = "payment-order/" + order.id();
        return documents.find(subject, Kind.PAYMENT_ORDER).orElseGet(() -> {
            PaymentOrderText text = textOf(order);
            String html = new OrderDocument(text).setLocale(Language.SWEDISH).render();
            Attachment data = new Attachment(
                    text.dataFileName(),
                    "application/json",
                    StoredJson.write(Data.of(order)).getBytes(StandardCharsets.UTF_8),
                    "Ordern i en form som datorer kan läsa");
            byte[] pdf = archivePdf.render(html, text.metadata(), List.of(data));
            documents.keep(subject, Kind.PAYMENT_ORDER, text.fileName(), html, pdf);
            return documents.find(subject, Kind.PAYMENT_ORDER).orElseThrow();
        });
    }

    private PaymentOrderText textOf(OrderView order) {
        return PaymentOrderText.of(
                order,
                rounds.round(order.roundId()).orElseThrow(),
                organisation,
                districts.everyone().stream()
                        .collect(Collectors.toMap(DistrictView::slug, DistrictView::committeeName)),
                users.everyone().stream().collect(Collectors.toMap(UserView::username, UserView::title)));
    }
}
