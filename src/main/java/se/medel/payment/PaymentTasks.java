package se.medel.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;

/** What the controller has to do: what should have been paid and isn't, and what is granted but not ordered. */
@ApplicationScoped
class PaymentTasks implements TaskSource {

    @Inject
    PaymentService payments;

    @Inject
    RoundService rounds;

    @Inject
    PaymentDesk desk;

    @Override
    public List<Task> tasksFor(Me me) {
        if (!me.is(Role.CONTROLLER)) {
            return List.of();
        }
        Map<String, RoundView> open = rounds.all().stream()
                .filter(round -> PaymentService.takesPayments(round.state()))
                .collect(Collectors.toMap(RoundView::id, Function.identity()));
        List<Task> tasks = new ArrayList<>();
        payments.overdue().forEach(order -> tasks.add(late(order, open.get(order.roundId()))));
        open.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(round -> {
                    Kronor left = payments.accounts(me.actor(), round.id()).get().stream()
                            .map(Account::toOrder)
                            .reduce(Kronor.ZERO, Kronor::plus);
                    if (left.isPositive()) {
                        tasks.add(new Task(
                                desk.msg().taskOrder(),
                                "/rounds/" + round.id() + "/payments/new",
                                desk.msg().taskOrderNote(round.name(), PaymentDesk.kr(left))));
                    }
                });
        return tasks;
    }

    private Task late(OrderView order, RoundView round) {
        return new Task(
                desk.msg().taskLate(Integer.toString(order.number())),
                "/payment-orders/" + order.id(),
                desk.msg()
                        .taskLateNote(
                                round.name(),
                                PaymentDesk.kr(OrderView.sum(order.waiting())),
                                Formats.day(order.payOn())));
    }
}
