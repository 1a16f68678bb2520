package se.medel.payment;

import static se.medel.payment.PaymentRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.storage.StoredJson;
import se.medel.time.ClockProducer;
import se.medel.time.LongAgo;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Payments of what is granted: the controller orders them, sends them to the ledger and marks them as paid. Every movement
 * first takes the round's accounts, so that two who order the same rest come one after the other (A1).
 */
@ApplicationScoped
@Transactional
public class PaymentService {

    /** The longest note, in characters. */
    static final int LONGEST_NOTE = 1000;

    /** The longest voucher, as the ledger calls it. */
    static final int LONGEST_VOUCHER = 50;

    @Inject
    PaymentOrders orders;

    @Inject
    Payments payments;

    @Inject
    BookingService bookings;

    @Inject
    Accounts accounts;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** @param kronor whole kronor above zero */
    public record Amount(long applicationId, Kronor kronor) {}

    /**
     * An order to make.
     *
     * @param payOn when it is to be paid: today at the earliest, and within a year
     * @param note the controller's own words; null for none
     * @param amounts what to pay on which grants; null for all that is left of every grant of the round
     */
    public record Wanted(LocalDate payOn, String note, List<Amount> amounts) {}

    /**
     * What the ledger has paid.
     *
     * @param payments the payments' ids; null for all of the order that wait
     * @param voucher the ledger's own voucher
     */
    public record Paid(List<Long> payments, LocalDate paidOn, String voucher) {}

    /** Who reads orders and how they are booked; districts see their own payments only. */
    static boolean readsOrders(Actor actor) {
        return switch (actor.role()) {
            case OFFICER, DIRECTOR, CONTROLLER, AUDITOR -> true;
            default -> false;
        };
    }

    private static boolean readsPayments(Actor actor) {
        return readsOrders(actor) || actor.role().ofDistrict();
    }

    /** The accounts of the round's grants that the user may see, by district and component. */
    public Answer<List<Account>> accounts(Actor actor, String roundId) {
        return readable(actor, roundId).map(round -> accounts.ofRound(roundId).stream()
                .filter(account -> actor.sees(account.district()))
                .toList());
    }

    /** The round's payments that the user may see, the newest order's first. */
    public Answer<List<PaymentView>> payments(Actor actor, String roundId) {
        return readable(actor, roundId).map(round -> payments.ofRound(roundId).stream()
                .filter(payment -> actor.sees(payment.district()))
                .toList());
    }

    /** The round's orders, the newest first. */
    public Answer<List<OrderView>> orders(Actor actor, String roundId) {
        if (rounds.round(roundId).isEmpty()) {
            return Answer.refused(PAYMENT_ROUND_NOT_FOUND);
        }
        if (!readsOrders(actor)) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        return Answer.of(views(orders.ofRound(roundId)));
    }

    public Answer<OrderView> find(Actor actor, long orderId) {
        if (!readsOrders(actor)) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        PaymentOrder order = orders.findById(orderId);
        return order == null ? Answer.refused(PAYMENT_ORDER_NOT_FOUND) : Answer.of(view(order));
    }

    /** Orders of open rounds that should have been paid before today and aren't, the oldest first. */
    List<OrderView> overdue() {
        return views(orders.overdue(today())).stream()
                .filter(order -> takesPayments(
                        rounds.round(order.roundId()).orElseThrow().state()))
                .toList();
    }

    /** Orders payments: refused as a whole, each amount at its field, where one of them can't be. */
    public Answer<OrderView> order(Actor actor, String roundId, Wanted wanted) {
        if (actor.role() != Role.CONTROLLER) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        Map<Long, Account> held = accounts.lockRound(roundId).stream()
                .collect(Collectors.toMap(Account::applicationId, Function.identity()));
        Optional<Refusal> notNow = notNow(roundId);
        if (notNow.isPresent()) {
            return Answer.refused(notNow.get());
        }
        List<Amount> amounts = wanted.amounts() == null ? allThatIsLeft(held.values()) : wanted.amounts();
        List<Refusal> faults = faults(wanted, amounts, held);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        PaymentOrder order = new PaymentOrder();
        order.roundId = roundId;
        order.number = orders.nextNumber(roundId);
        order.payOn = wanted.payOn();
        order.note = isBlank(wanted.note()) ? null : wanted.note().strip();
        order.madeBy = actor.username();
        order.madeAt = clock.instant();
        orders.persistAndFlush(order);
        for (Amount amount : amounts) {
            Payment payment = new Payment();
            payment.orderId = order.id;
            payment.applicationId = amount.applicationId();
            payment.kronor = amount.kronor().amount().setScale(0);
            payment.state = PaymentState.ORDERED;
            payments.persistAndFlush(payment);
            accounts.book(
                    amount.applicationId(), Movement.ORDERED, amount.kronor(), booked(payment.id), actor.username());
        }
        OrderView made = view(order);
        record(actor, "PAYMENT_ORDERED", made, null, made);
        return Answer.of(made);
    }

    private static List<Amount> allThatIsLeft(Collection<Account> held) {
        return held.stream()
                .filter(account -> account.toOrder().isPositive())
                .map(account -> new Amount(account.applicationId(), account.toOrder()))
                .sorted((one, other) -> Long.compare(one.applicationId(), other.applicationId()))
                .toList();
    }

    private List<Refusal> faults(Wanted wanted, List<Amount> amounts, Map<Long, Account> held) {
        List<Refusal> faults = new ArrayList<>();
        if (amounts.isEmpty()) {
            faults.add(Refusal.of(NOTHING_TO_ORDER).at("amounts"));
        }
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < amounts.size(); i++) {
            Amount amount = amounts.get(i);
            Account account = held.get(amount.applicationId());
            String at = "amounts[" + i + "]";
            if (account == null) {
                faults.add(Refusal.of(NO_SUCH_GRANT).at(at + ".application"));
            } else if (!seen.add(amount.applicationId())) {
                faults.add(Refusal.of(GRANT_TWICE_IN_ORDER).at(at + ".application"));
            } else if (!amount.kronor().isPositive() || !amount.kronor().isWhole()) {
                faults.add(
                        Refusal.of(PAYMENT_NOT_WHOLE_KRONOR).at(at + ".amount").by("A2"));
            } else if (amount.kronor().isMoreThan(account.toOrder())) {
                faults.add(Refusal.of(PAYMENT_ABOVE_LEFT, account.toOrder())
                        .at(at + ".amount")
                        .by("A1"));
            }
        }
        payOnFault(wanted.payOn()).ifPresent(fault -> faults.add(fault.at("payOn")));
        FreeText.check(faults, "note", wanted.note(), LONGEST_NOTE);
        return faults;
    }

    private Optional<Refusal> payOnFault(LocalDate payOn) {
        LocalDate today = today();
        if (payOn == null) {
            return Optional.of(Refusal.of(PAY_DATE_MISSING));
        }
        if (payOn.isBefore(today)) {
            return Optional.of(Refusal.of(PAY_DATE_PASSED, today));
        }
        LocalDate last = today.plusYears(1);
        return payOn.isAfter(last) ? Optional.of(Refusal.of(PAY_DATE_TOO_FAR, last)) : Optional.empty();
    }

    /**
     * Marks the order as sent to the ledger, with the booking settings as they are now. Its vouchers and its document say from
     * now on the same for ever.
     */
    public Answer<OrderView> export(Actor actor, long orderId, Long ifVersion) {
        return change(actor, orderId, ifVersion, order -> {
            OrderView before = view(order);
            if (before.isExported()) {
                return Answer.refused(ALREADY_EXPORTED, dayOf(order.exportedAt));
            }
            List<PaymentView> waiting = before.waiting();
            if (waiting.isEmpty()) {
                return Answer.refused(NOTHING_TO_EXPORT);
            }
            Optional<BookingSettings> settings = bookings.inForce(order.roundId);
            if (settings.isEmpty()) {
                return Answer.refused(BOOKING_SETTINGS_MISSING);
            }
            List<Refusal> missing = waiting.stream()
                    .map(PaymentView::district)
                    .distinct()
                    .filter(district -> !settings.get().counterparts().containsKey(district))
                    .map(district -> Refusal.of(COUNTERPART_OBJECT_MISSING, districtName(district)))
                    .toList();
            if (!missing.isEmpty()) {
                return Answer.refused(missing);
            }
            order.exportedBy = actor.username();
            order.exportedAt = clock.instant();
            order.exportedWith = StoredJson.write(settings.get());
            return changed(actor, "PAYMENT_EXPORTED", before, order);
        });
    }

    /** Takes a payment back that isn't paid yet; what it would have paid can be ordered again. */
    public Answer<OrderView> cancel(Actor actor, long orderId, long paymentId, Long ifVersion, String reason) {
        List<Refusal> faults = new ArrayList<>();
        if (isBlank(reason)) {
            faults.add(Refusal.of(CANCEL_REASON_MISSING).at("reason"));
        }
        FreeText.check(faults, "reason", reason, LONGEST_NOTE);
        return change(actor, orderId, ifVersion, order -> {
            Answer<List<PaymentView>> chosen = markable(orderId, List.of(paymentId));
            if (chosen.isRefused()) {
                return Answer.refused(chosen.refusals());
            }
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            OrderView before = view(order);
            Payment payment = payments.findById(paymentId);
            mark(payment, PaymentState.CANCELLED, actor);
            payment.reason = reason.strip();
            payments.flush();
            accounts.book(
                    payment.applicationId,
                    Movement.ORDERED,
                    Kronor.ZERO.minus(new Kronor(payment.kronor)),
                    booked(payment.id) + "/cancelled",
                    actor.username());
            return changed(actor, "PAYMENT_CANCELLED", before, order);
        });
    }

    /** Marks payments as paid, all of them or none. What is paid already is refused, so that nothing is paid twice. */
    public Answer<OrderView> pay(Actor actor, long orderId, Long ifVersion, Paid paid) {
        return change(actor, orderId, ifVersion, order -> {
            Answer<List<PaymentView>> chosen = markable(orderId, paid.payments());
            if (chosen.isRefused()) {
                return Answer.refused(chosen.refusals());
            }
            List<Refusal> faults = faults(paid.paidOn(), paid.voucher());
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            OrderView before = view(order);
            chosen.get().forEach(payment -> book(actor, payment, paid.paidOn(), paid.voucher()));
            return changed(actor, "PAYMENT_PAID", before, order);
        });
    }

    /** What is wrong with a day and a voucher as the ledger says them, each at its field. */
    List<Refusal> faults(LocalDate paidOn, String voucher) {
        List<Refusal> faults = new ArrayList<>();
        if (paidOn == null || LongAgo.is(paidOn)) {
            faults.add(Refusal.of(PAID_DATE_MISSING).at("paidOn"));
        } else if (paidOn.isAfter(today())) {
            faults.add(Refusal.of(PAID_DATE_AHEAD).at("paidOn"));
        }
        if (isBlank(voucher)) {
            faults.add(Refusal.of(VOUCHER_MISSING).at("voucher"));
        }
        FreeText.check(faults, "voucher", voucher, LONGEST_VOUCHER);
        return faults;
    }

    /** Why a payment can't be marked as paid or cancelled any more; empty while it can. */
    static Optional<Refusal> done(PaymentView payment) {
        return switch (payment.state()) {
            case ORDERED -> Optional.empty();
            case PAID -> Optional.of(Refusal.of(ALREADY_PAID, payment.paidOn()));
            case CANCELLED -> Optional.of(Refusal.of(PAYMENT_IS_CANCELLED));
        };
    }

    /** The payments with these ids, where all of them are the order's and wait; without ids, all that wait. */
    private Answer<List<PaymentView>> markable(long orderId, List<Long> ids) {
        List<PaymentView> all = payments.ofOrder(orderId);
        if (ids == null) {
            List<PaymentView> waiting =
                    all.stream().filter(PaymentView::isOrdered).toList();
            return waiting.isEmpty()
                    ? Answer.refused(all.stream()
                            .flatMap(payment -> done(payment).stream())
                            .findFirst()
                            .orElseThrow())
                    : Answer.of(waiting);
        }
        Set<Long> wanted = new TreeSet<>(ids);
        if (wanted.isEmpty()) {
            return Answer.refused(Refusal.of(NO_PAYMENT_CHOSEN).at("payments"));
        }
        List<PaymentView> chosen =
                all.stream().filter(payment -> wanted.contains(payment.id())).toList();
        if (chosen.size() < wanted.size()) {
            return Answer.refused(PAYMENT_NOT_IN_ORDER);
        }
        List<Refusal> done =
                chosen.stream().flatMap(payment -> done(payment).stream()).toList();
        return done.isEmpty() ? Answer.of(chosen) : Answer.refused(done);
    }

    /**
     * Marks payments of one round as the ledger's confirmation says. Each is tried once the accounts are taken, so that of two
     * who bring the same file one marks and the other is told.
     *
     * @param judge what is wrong with each payment, by its id, as it is then; only the others are marked
     */
    <T> Answer<T> confirm(Actor actor, String roundId, Function<Ledgered, T> judge) {
        if (actor.role() != Role.CONTROLLER) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        accounts.lockRound(roundId);
        return notNow(roundId)
                .map(Answer::<T>refused)
                .orElseGet(() -> Answer.of(judge.apply(new Ledgered(actor, roundId))));
    }

    /** The accounts that the round's payments are or were sent on. */
    Set<String> debited(String roundId) {
        Set<String> debited = orders.ofRound(roundId).stream()
                .filter(order -> order.exportedWith != null)
                .map(order -> StoredJson.read(order.exportedWith, BookingSettings.class)
                        .account())
                .collect(Collectors.toSet());
        bookings.inForce(roundId).map(BookingSettings::account).ifPresent(debited::add);
        return debited;
    }

    /** The round's payments while nobody else can change them. */
    final class Ledgered {

        private final Actor actor;
        private final String roundId;
        private final Map<Long, OrderView> before = new TreeMap<>();

        private Ledgered(Actor actor, String roundId) {
            this.actor = actor;
            this.roundId = roundId;
        }

        String roundId() {
            return roundId;
        }

        Map<Long, PaymentView> payments(Collection<Long> ids) {
            return payments.withIds(ids).stream().collect(Collectors.toMap(PaymentView::id, Function.identity()));
        }

        /** The payment must be one that waits. */
        void mark(PaymentView payment, LocalDate paidOn, String voucher) {
            before.computeIfAbsent(payment.orderId(), id -> view(orders.lock(id)));
            book(actor, payment, paidOn, voucher);
        }

        /** To be called once when all are marked. */
        void close() {
            before.forEach((id, was) -> changed(actor, "PAYMENT_CONFIRMED", was, orders.findById(id)));
        }
    }

    private void book(Actor actor, PaymentView marked, LocalDate paidOn, String voucher) {
        Payment payment = payments.findById(marked.id());
        mark(payment, PaymentState.PAID, actor);
        payment.paidOn = paidOn;
        payment.voucher = voucher.strip();
        payments.flush();
        accounts.book(
                payment.applicationId, Movement.PAID, new Kronor(payment.kronor), booked(payment.id), actor.username());
    }

    private void mark(Payment payment, PaymentState state, Actor actor) {
        payment.state = state;
        payment.markedBy = actor.username();
        payment.markedAt = clock.instant();
    }

    /** Takes the accounts and then the order, both as they are once it is our turn. */
    private Answer<OrderView> change(
            Actor actor, long orderId, Long ifVersion, Function<PaymentOrder, Answer<OrderView>> work) {
        if (actor.role() != Role.CONTROLLER) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        Optional<String> roundId = orders.roundOf(orderId);
        if (roundId.isEmpty()) {
            return Answer.refused(PAYMENT_ORDER_NOT_FOUND);
        }
        accounts.lockRound(roundId.get());
        Optional<Refusal> notNow = notNow(roundId.get());
        if (notNow.isPresent()) {
            return Answer.refused(notNow.get());
        }
        PaymentOrder order = orders.lock(orderId);
        if (ifVersion != null && ifVersion != order.version) {
            return Answer.refused(PAYMENT_ORDER_STALE);
        }
        return work.apply(order);
    }

    private Answer<OrderView> changed(Actor actor, String action, OrderView before, PaymentOrder order) {
        order.version++;
        orders.flush();
        OrderView after = view(order);
        record(actor, action, after, before, after);
        return Answer.of(after);
    }

    private void record(Actor actor, String action, OrderView order, Object before, Object after) {
        audit.record(actor, action, new Subject("payment-order/" + order.id(), order.roundId(), null), before, after);
    }

    /** Why no payment can be made in the round now; empty where it can. */
    private Optional<Refusal> notNow(String roundId) {
        Optional<RoundView> round = rounds.round(roundId);
        if (round.isEmpty()) {
            return Optional.of(Refusal.of(PAYMENT_ROUND_NOT_FOUND));
        }
        RoundState state = round.get().state();
        return takesPayments(state) ? Optional.empty() : Optional.of(Refusal.of(PAYMENTS_NOT_NOW, state));
    }

    static boolean takesPayments(RoundState state) {
        return state == RoundState.OPEN || state == RoundState.REPORTING;
    }

    private Answer<RoundView> readable(Actor actor, String roundId) {
        if (!readsPayments(actor)) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        // A round that a district doesn't see yet is to it as if it weren't there.
        return rounds.round(roundId)
                .filter(round -> RoundPages.seesRound(actor.role(), round))
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(PAYMENT_ROUND_NOT_FOUND));
    }

    private OrderView view(PaymentOrder order) {
        return order.view(payments.ofOrder(order.id));
    }

    private List<OrderView> views(List<PaymentOrder> found) {
        Map<Long, List<PaymentView>> byOrder =
                payments.ofOrders(found.stream().map(order -> order.id).toList()).stream()
                        .collect(Collectors.groupingBy(PaymentView::orderId));
        return found.stream()
                .map(order -> order.view(byOrder.getOrDefault(order.id, List.of())))
                .toList();
    }

    private String districtName(String slug) {
        return districts.bySlug(slug).map(DistrictView::name).orElse(slug);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }

    /** What an entry on the account rests on. */
    private static String booked(long payment) {
        return "payment/" + payment;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
