package se.medel.committee;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the committee decided about a proposed model.
 *
 * @param proposedVersion the number of the model's version that was proposed
 * @param approvedVersion of the one that was approved: another where D1 was amended, null where it wasn't adopted
 * @param d1 approves the model
 * @param d2 gives the director the task to distribute by it
 * @param d3 hands the matter to the district committees for information
 */
public record CommitteeDecisionView(
        long id,
        long meeting,
        LocalDate date,
        String paragraph,
        String round,
        int proposedVersion,
        Integer approvedVersion,
        MeetingPoint d1,
        MeetingPoint d2,
        MeetingPoint d3,
        String registeredBy,
        Instant registeredAt) {}
