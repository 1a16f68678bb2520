package se.medel.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;

/**
 * Reads what is due in one statement for all rounds and districts, which a service method for each wouldn't. A closed round
 * waits for nothing.
 */
@ApplicationScoped
class DueQuery {

    /** The dates of the round as they were when something came in: what is set later moves no day. */
    static String datesAt(String moment) {
        return " join lateral (select answer_days, review_days from round_dates where round_dates.round_id = found.round_id"
                + " and (number = 1 or set_at <= " + moment + ") order by number desc limit 1) dates on true ";
    }

    /** The day of a moment, in Stockholm. */
    static String dayOf(String moment) {
        return "cast(" + moment + " at time zone 'Europe/Stockholm' as date)";
    }

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * @param sql gives kind, subject, round_id, district and due_on; {@code :today} in it is today
     * @param href where something is done, by the id in its subject
     */
    @Transactional
    List<Due> read(String sql, Function<String, String> href) {
        String today = "date '" + LocalDate.now(clock) + "'";
        return database.createNativeQuery(
                        "select due.* from (" + sql.replace(":today", today)
                                + ") due join funding_round on funding_round.id = due.round_id"
                                + " where funding_round.state <> 'CLOSED' and due.due_on is not null",
                        Tuple.class)
                .getResultStream()
                .map(row -> due(row, href))
                .toList();
    }

    private static Due due(Tuple row, Function<String, String> href) {
        String subject = row.get("subject", String.class);
        return new Due(
                DueKind.valueOf(row.get("kind", String.class)),
                subject,
                row.get("round_id", String.class),
                row.get("district", String.class),
                row.get("due_on", LocalDate.class),
                href.apply(subject.substring(subject.indexOf('/') + 1)));
    }
}
