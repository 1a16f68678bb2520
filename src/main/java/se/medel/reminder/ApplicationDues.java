package se.medel.reminder;

import static se.medel.reminder.DueQuery.datesAt;
import static se.medel.reminder.DueQuery.dayOf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.deadline.Due;
import se.medel.deadline.DueSource;

/**
 * Applications and claims: to submit, to complete, to prepare and to decide. The time an officer waits for a completion isn't
 * counted against the officer.
 */
@ApplicationScoped
class ApplicationDues implements DueSource {

    private static final String SQL =
            "select 'APPLICATION' as kind, 'application/' || found.id as subject, round_id, district,"
                    + " application_deadline as due_on from application found join funding_round round on round.id = round_id"
                    + " where found.state = 'DRAFT' and round.state = 'OPEN'"
                    + " union all select 'COMPLETION', 'application/' || found.id, round_id, district, completion_due"
                    + " from application found join funding_round round on round.id = round_id"
                    + " where found.state = 'COMPLETION_REQUESTED' and round.state <> 'CLOSED'"
                    + " union all select 'PREPARATION', 'application/' || found.id, found.round_id, district,"
                    + " greatest(" + dayOf("submitted_at") + ", completion_due) + answer_days from application found"
                    + datesAt("submitted_at") + "where state = 'SUBMITTED'"
                    + " union all select 'DECISION', 'application/' || found.id, found.round_id, district,"
                    + dayOf("prepared_at") + " + answer_days from application found"
                    + " join preparation on application_id = found.id" + datesAt("prepared_at")
                    + "where state = 'PREPARED'";

    @Inject
    DueQuery query;

    @Override
    public List<Due> open() {
        return query.read(SQL, id -> "/applications/" + id);
    }
}
