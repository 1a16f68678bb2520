package se.medel.settlement;

import static se.medel.settlement.SettlementTexts.size;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.medel.delegation.DelegationService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.rules.DecisionKind;
import se.medel.settlement.rules.RepaymentState;
import se.medel.start.Task;
import se.medel.start.TaskSource;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;

/** Whose turn it is with each repayment (Y5). */
@ApplicationScoped
class SettlementTasks implements TaskSource {

    @Inject
    RepaymentService repayments;

    @Inject
    SettlementDesk desk;

    @Inject
    DelegationService delegation;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Override
    public List<Task> tasksFor(Me me) {
        return switch (me.role()) {
            case EVALUATOR, ADMINISTRATOR, SECRETARY, AUDITOR -> List.of();
            default -> tasks(me, delegation.desk(me.actor()));
        };
    }

    private List<Task> tasks(Me me, DelegationService.Desk desk) {
        return repayments.open(me.actor()).stream()
                .filter(repayment -> desk.takesPart(repayment.subjects()))
                .flatMap(repayment -> task(me, repayment).stream()
                        .filter(task -> me.role() != Role.DIRECTOR
                                || desk.decides(repayment.subjects(), DecisionKind.REPAYMENT))
                        .map(task -> me.role() != Role.DIRECTOR
                                ? task
                                : new Task(
                                        task.text(),
                                        task.href(),
                                        task.note()
                                                + DelegationWords.note(
                                                        desk,
                                                        language.now(),
                                                        repayment.subjects(),
                                                        DecisionKind.REPAYMENT),
                                        task.daysLate())))
                .toList();
    }

    private Optional<Task> task(Me me, RepaymentView repayment) {
        SettlementMsg msg = SettlementTexts.in(language.now());
        boolean flagged = repayment.state() == RepaymentState.FLAGGED;
        boolean refund = repayment.amount().isNegative();
        boolean heard = repayment.hearingAt() != null;
        String amount = size(flagged ? repayment.flagged() : repayment.open());
        return switch (me.role()) {
            case OFFICER -> when(flagged && !refund && !heard, repayment, "hear", msg.taskHear(amount), null);
            case DISTRICT_OFFICER, DISTRICT_DIRECTOR ->
                when(
                        flagged && heard && repayment.reply() == null,
                        repayment,
                        "reply",
                        msg.taskReply(amount),
                        repayment.replyDue());
            case DIRECTOR ->
                when(
                        flagged
                                && (refund || heard)
                                && repayments.tooEarly(repayment).isEmpty()
                                && !repayments.prepared(me.actor(), repayment.id()),
                        repayment,
                        "decide",
                        refund ? msg.taskDecideRefund(amount) : msg.taskDecide(amount),
                        null);
            case CONTROLLER ->
                repayment.open().isNegative()
                        ? when(true, repayment, "receive", msg.taskRefund(amount), null)
                        : when(
                                repayment.isLate(LocalDate.now(clock)),
                                repayment,
                                "receive",
                                msg.taskOverdue(amount),
                                repayment.payBy());
            default -> Optional.empty();
        };
    }

    private Optional<Task> when(boolean due, RepaymentView repayment, String act, String text, LocalDate until) {
        String district = desk.districtName(repayment.district());
        return due
                ? Optional.of(new Task(
                        text,
                        "/repayments/" + repayment.id() + "/" + act,
                        until == null
                                ? district
                                : SettlementTexts.in(language.now()).taskUntil(district, Formats.day(until))))
                : Optional.empty();
    }
}
