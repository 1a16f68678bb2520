package se.medel.reminder;

import static se.medel.reminder.DueQuery.datesAt;
import static se.medel.reminder.DueQuery.dayOf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.medel.deadline.Due;
import se.medel.deadline.DueSource;

/**
 * Repayments: to reply to, to decide and to pay (Y5). A hearing that is never replied to is decided all the same; a reply that
 * comes late doesn't move the director's day.
 */
@ApplicationScoped
class RepaymentDues implements DueSource {

    private static final String SQL =
            "select 'HEARING_REPLY' as kind, 'repayment/' || id as subject, round_id, district,"
                    + " reply_due as due_on from repayment where state = 'FLAGGED' and hearing_at is not null and replied_at is null"
                    + " union all select 'REPAYMENT_DECISION', 'repayment/' || found.id, found.round_id, district,"
                    + " least(" + dayOf("replied_at") + ", reply_due) + answer_days from repayment found"
                    + datesAt("hearing_at")
                    + "where state = 'FLAGGED' and hearing_at is not null and (replied_at is not null or reply_due < :today)"
                    + " union all select 'REPAYMENT', 'repayment/' || id, round_id, district, pay_by from repayment"
                    + " where state = 'DECIDED' and decided > 0";

    @Inject
    DueQuery query;

    @Override
    public List<Due> open() {
        return query.read(SQL, id -> "/repayments/" + id);
    }
}
