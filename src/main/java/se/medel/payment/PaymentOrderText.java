package se.medel.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.medel.document.DocumentMetadata;
import se.medel.document.Organisation;
import se.medel.round.RoundView;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * A payment order as its document says it, in Swedish: what was sent to the ledger, and nothing of what became of it since, so
 * that it always says the same.
 *
 * @param number number and year, such as {@code 3/2014}
 */
record PaymentOrderText(
        OrderView order,
        Organisation office,
        RoundView round,
        String number,
        LocalDate exportedOn,
        String ordered,
        String exported,
        String sum,
        List<Line> lines) {

    /** @param counterpart the district's object in the dimension of counterparts */
    record Line(String reference, String recipient, String component, String counterpart, String kronor) {}

    /**
     * @param committees the names of the districts' committees, by slug
     * @param titles what the users do, by user name
     */
    static PaymentOrderText of(
            OrderView order,
            RoundView round,
            Organisation office,
            Map<String, String> committees,
            Map<String, String> titles) {
        return new PaymentOrderText(
                order,
                office,
                round,
                order.number() + "/" + round.year(),
                PaymentService.dayOf(order.exportedAt()),
                by(order.madeBy(), titles),
                by(order.exportedBy(), titles),
                Formats.kr(OrderView.sum(order.exported()).amount()),
                order.exported().stream()
                        .map(payment -> new Line(
                                payment.reference(),
                                committees.getOrDefault(payment.district(), payment.district()),
                                Texts.swedish().name(payment.component()),
                                order.exportedWith().counterparts().get(payment.district()),
                                Formats.kr(payment.kronor().amount())))
                        .toList());
    }

    private static String by(String username, Map<String, String> titles) {
        String title = titles.get(username);
        return title == null ? "användaren " + username : title + " (användaren " + username + ")";
    }

    public String title() {
        return "Utbetalningsorder nr " + number;
    }

    public String administration() {
        String name = office.administration();
        return name.substring(0, 1).toUpperCase(Language.SWEDISH) + name.substring(1);
    }

    public String fileName() {
        return "utbetalningsorder-" + order.roundId() + "-" + order.number() + ".pdf";
    }

    public String dataFileName() {
        return "utbetalningsorder-" + order.roundId() + "-" + order.number() + ".json";
    }

    public DocumentMetadata metadata() {
        return new DocumentMetadata(
                title() + ": " + round.name(),
                administration() + ", " + office.city(),
                "sv",
                order.exportedAt(),
                "Utbetalning av " + sum + " i " + round.name() + ", att betala " + Formats.day(order.payOn()) + ".");
    }
}
