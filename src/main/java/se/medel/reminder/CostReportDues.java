package se.medel.reminder;

import static se.medel.reminder.DueQuery.datesAt;
import static se.medel.reminder.DueQuery.dayOf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.deadline.Due;
import se.medel.deadline.DueSource;

/** Cost reports: to hand in, to complete and to review. */
@ApplicationScoped
class CostReportDues implements DueSource {

    private static final String SQL =
            "select 'COST_REPORT' as kind, 'cost-report/' || id as subject, round_id, district,"
                    + " due_on from cost_report where state in ('DUE', 'DRAFT')"
                    + " union all select 'REPORT_COMPLETION', 'cost-report/' || id, round_id, district,"
                    + " coalesce(answer_due, due_on) from cost_report where state = 'RETURNED'"
                    + " union all select 'REPORT_REVIEW', 'cost-report/' || found.id, found.round_id, district,"
                    + dayOf("submitted_at") + " + review_days from cost_report found" + datesAt("submitted_at")
                    + "where state = 'SUBMITTED'";

    @Inject
    DueQuery query;

    @Override
    public List<Due> open() {
        return query.read(SQL, id -> "/cost-reports/" + id);
    }
}
