package se.medel.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting of the committee.
 *
 * @param minutesApprovedOn null until it is registered
 * @param noticePostedOn when the notice of the approved minutes was put up; null until it is registered
 * @param warnings what is late by the law, today
 * @param decisions what was decided about models, in the order it was registered
 * @param delegationLists the lists of decisions made on delegation that were reported there
 * @param version for optimistic locking
 */
public record MeetingView(
        long id,
        LocalDate heldOn,
        LocalDate minutesApprovedOn,
        LocalDate noticePostedOn,
        List<MeetingWarning> warnings,
        List<CommitteeDecisionView> decisions,
        List<DelegationListView> delegationLists,
        @JsonIgnore long version) {}
