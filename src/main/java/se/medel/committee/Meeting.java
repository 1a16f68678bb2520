package se.medel.committee;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;

/** A meeting of the committee. */
@Entity
@Table(name = "committee_meeting")
class Meeting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    LocalDate heldOn;
    LocalDate minutesApprovedOn;
    LocalDate noticePostedOn;

    @Version
    long version;

    MeetingView view(List<CommitteeDecisionView> decisions, List<DelegationListView> delegationLists, LocalDate today) {
        return new MeetingView(
                id,
                heldOn,
                minutesApprovedOn,
                noticePostedOn,
                MeetingWarning.of(heldOn, minutesApprovedOn, noticePostedOn, today),
                decisions,
                delegationLists,
                version);
    }
}
