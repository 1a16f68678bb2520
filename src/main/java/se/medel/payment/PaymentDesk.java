package se.medel.payment;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.user.UserService;
import se.medel.user.UserView;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** What the pages of payments share: accounts, orders and payments in the words of the reader's language. */
@ApplicationScoped
public class PaymentDesk {

    @Inject
    PaymentService payments;

    @Inject
    Districts districts;

    @Inject
    UserService users;

    @Inject
    Language language;

    /** @param colour of the tag, see the tag {@code status} */
    record State(String text, String colour) {}

    /** @param field under which an amount is typed for it */
    record Grant(
            String application,
            String field,
            String district,
            String component,
            String granted,
            String paid,
            String underWay,
            String left) {}

    /** Where the money of each grant stands, and of all of them together. */
    record Grants(List<Grant> lines, String granted, String paid, String underWay, String left) {}

    record Order(String id, String number, String payOn, String sum, String paid, State state) {}

    /**
     * One payment.
     *
     * @param cancelled why it was cancelled; null where it wasn't
     * @param stop that it has to be stopped in the ledger too; null where it hasn't
     * @param cancelHref where it is cancelled; null for who can't
     */
    record Row(
            String id,
            String application,
            String reference,
            String district,
            String component,
            String amount,
            String payOn,
            State state,
            String paidOn,
            String voucher,
            String cancelled,
            String stop,
            String cancelHref,
            boolean waits,
            boolean chosen) {}

    /** The texts in a language. */
    public static PaymentMsg msg(Locale locale) {
        return MessageBundles.get(PaymentMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    PaymentMsg msg() {
        return msg(language.now());
    }

    Grants grants(List<Account> accounts) {
        Map<String, String> names = districtNames();
        return new Grants(
                accounts.stream().map(account -> grant(account, names)).toList(),
                sum(accounts, Account::granted),
                sum(accounts, Account::paid),
                sum(accounts, Account::underWay),
                sum(accounts, Account::toOrder));
    }

    private Grant grant(Account account, Map<String, String> names) {
        return new Grant(
                Long.toString(account.applicationId()),
                field(account.applicationId()),
                names.getOrDefault(account.district(), account.district()),
                texts().name(account.component()),
                kr(account.granted()),
                kr(account.paid()),
                kr(account.underWay()),
                kr(account.toOrder()));
    }

    /** The name of the field for the amount of a grant. */
    static String field(long applicationId) {
        return "amount-" + applicationId;
    }

    Order order(OrderView order) {
        return new Order(
                Long.toString(order.id()),
                Integer.toString(order.number()),
                Formats.day(order.payOn()),
                kr(order.sum()),
                kr(order.paid()),
                state(order));
    }

    private State state(OrderView order) {
        PaymentMsg msg = msg();
        if (order.waiting().isEmpty()) {
            return order.paid().isPositive()
                    ? new State(msg.statePaid(), "green")
                    : new State(msg.stateCancelled(), "grey");
        }
        if (isLate(order)) {
            return new State(msg.stateLate(), "red");
        }
        return order.isExported() ? new State(msg.stateExported(), "blue") : new State(msg.stateWaiting(), "yellow");
    }

    boolean isLate(OrderView order) {
        return !order.waiting().isEmpty() && order.payOn().isBefore(payments.today());
    }

    /** @param chosen the ids that are ticked */
    List<Row> rows(OrderView order, boolean writes, List<String> chosen) {
        List<Long> sent = order.exported().stream().map(PaymentView::id).toList();
        return rows(
                order.payments(),
                payment -> new Marks(
                        payment.state() == PaymentState.CANCELLED && sent.contains(payment.id()),
                        writes && payment.isOrdered() ? cancelHref(order, payment) : null,
                        chosen.contains(Long.toString(payment.id()))));
    }

    /** The payments as a district reads them. */
    List<Row> rows(List<PaymentView> found) {
        return rows(found, payment -> new Marks(false, null, false));
    }

    private record Marks(boolean stop, String cancelHref, boolean chosen) {}

    private List<Row> rows(List<PaymentView> found, Function<PaymentView, Marks> marks) {
        Map<String, String> names = districtNames();
        return found.stream()
                .map(payment -> row(payment, names, marks.apply(payment)))
                .toList();
    }

    private Row row(PaymentView payment, Map<String, String> names, Marks marks) {
        return new Row(
                Long.toString(payment.id()),
                Long.toString(payment.applicationId()),
                payment.reference(),
                names.getOrDefault(payment.district(), payment.district()),
                texts().name(payment.component()),
                kr(payment.kronor()),
                Formats.day(payment.payOn()),
                new State(texts().name(payment.state()), colour(payment.state())),
                payment.paidOn() == null ? null : Formats.day(payment.paidOn()),
                payment.voucher(),
                payment.reason() == null ? null : msg().cancelledBecause(payment.reason()),
                marks.stop() ? msg().cancelledAfter() : null,
                marks.cancelHref(),
                payment.isOrdered(),
                marks.chosen());
    }

    private static String cancelHref(OrderView order, PaymentView payment) {
        return "/payment-orders/" + order.id() + "/payments/" + payment.id() + "/cancel";
    }

    private static String colour(PaymentState state) {
        return switch (state) {
            case ORDERED -> "yellow";
            case PAID -> "green";
            case CANCELLED -> "grey";
        };
    }

    /** Who did something, by what he or she does. */
    String who(String username) {
        return users.everyone().stream()
                .filter(user -> user.username().equals(username))
                .map(UserView::title)
                .findFirst()
                .orElse(username);
    }

    Map<String, String> districtNames() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    /** A version that isn't a number is as stale as one can be. */
    static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    private static String sum(List<Account> accounts, Function<Account, Kronor> figure) {
        return kr(accounts.stream().map(figure).reduce(Kronor.ZERO, Kronor::plus));
    }

    Texts texts() {
        return Texts.in(language.now());
    }
}
