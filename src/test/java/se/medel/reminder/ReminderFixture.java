package se.medel.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.hibernate.Session;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;

/** Reminders as they come to be, without waiting for their day. */
@ApplicationScoped
class ReminderFixture {

    @Inject
    Reminders reminders;

    @Inject
    LetterWriter writer;

    @Inject
    Session database;

    /** @param mailbox null for none */
    void made(String round, DueKind kind, String district, int id, LocalDate dueOn, String mailbox) {
        Due due = new Due(kind, "cost-report/" + id, round, district, dueOn, "/cost-reports/" + id);
        reminders.keep(due, Step.DAYS_7_AFTER, writer.about(due), mailbox, mailbox != null);
    }

    /** A reminder of an order that isn't paid. */
    void unpaid(String round, int id, LocalDate dueOn) {
        Due due = new Due(DueKind.PAYMENT, "payment-order/" + id, round, null, dueOn, "/payment-orders/" + id);
        reminders.keep(due, Step.DAYS_7_AFTER, writer.about(due), null, false);
    }

    /** A reminder of an application that isn't submitted. */
    void draft(String round, String district, int id, LocalDate dueOn) {
        Due due = new Due(DueKind.APPLICATION, "application/" + id, round, district, dueOn, "/applications/" + id);
        reminders.keep(due, Step.DAYS_7_AFTER, writer.about(due), null, false);
    }

    /** As it stands after the last try. */
    void allFailed(String round) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        "update reminder set state = 'FAILED', fault = 'NO_ANSWER', tries = 8, next_try = null"
                                + " where round_id = :round and state = 'WAITING'")
                .setParameter("round", round)
                .executeUpdate());
    }

    /** A cost report that is asked for. */
    void reportDue(String round, String district, LocalDate dueOn) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        "insert into cost_report (round_id, district, state, due_on, opened_at, content)"
                                + " values (:round, :district, 'DUE', :due, now(), '{}')")
                .setParameter("round", round)
                .setParameter("district", district)
                .setParameter("due", dueOn)
                .executeUpdate());
    }
}
