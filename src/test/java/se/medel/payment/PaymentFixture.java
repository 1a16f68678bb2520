package se.medel.payment;

import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.rules.ModelFixture.model2014;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.payment.PaymentService.Amount;
import se.medel.payment.PaymentService.Wanted;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Rounds with granted money, and orders of it. */
@ApplicationScoped
public class PaymentFixture {

    public static final Actor CONTROLLER = new Actor("ekonom", Role.CONTROLLER, null);

    @Inject
    RoundFixture rounds;

    @Inject
    DecisionService decisions;

    @Inject
    PaymentService payments;

    @Inject
    BookingService bookings;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    public String openRound() {
        String round = rounds.openRound(model2014());
        opened.add(round);
        return round;
    }

    /** The id of an application with so much granted. */
    public long granted(String round, String district, long kronor) {
        long id = rounds.prepared(round, district, ComponentKind.CO_FINANCING, kronor)
                .id();
        decisions.decide(DIRECTOR, round, id, null, AS_RECOMMENDED).get();
        return id;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Wanted all() {
        return new Wanted(today(), null, null);
    }

    public Wanted of(long application, long kronor) {
        return new Wanted(today(), null, List.of(new Amount(application, Kronor.of(kronor))));
    }

    public OrderView order(String round, long application, long kronor) {
        return payments.order(CONTROLLER, round, of(application, kronor)).get();
    }

    /** Settings by which every district of the round can be paid. */
    public void book(String round) {
        bookings.save(CONTROLLER, round, null, settings(round)).get();
    }

    public BookingSettings settings(String round) {
        Map<String, String> counterparts = new HashMap<>();
        int number = 700;
        for (String district : new java.util.TreeSet<>(bookings.districts(round))) {
            counterparts.put(district, Integer.toString(++number));
        }
        return new BookingSettings("Socialnämnden", "212000-0142", "M", "4561", "1684", 6, "SIG14", 20, counterparts);
    }

    public OrderView exported(OrderView order) {
        book(order.roundId());
        return payments.export(CONTROLLER, order.id(), null).get();
    }

    /** How many accounts of the rounds opened here say something else than what they rest on; it must be none at every moment. */
    @Transactional
    public long mismatches() {
        return ((Number) database.createNativeQuery("select count(*) from account_mismatch where round_id in (:opened)")
                        .setParameter("opened", opened)
                        .getSingleResult())
                .longValue();
    }
}
