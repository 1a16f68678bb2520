package se.medel.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * The committee's decision, to be sent to one district committee (D3).
 *
 * @param sentOn null until it is sent, as the channel and who sent it
 */
public record DispatchView(
        long id,
        CommitteeDecisionView decision,
        String district,
        LocalDate sentOn,
        DispatchChannel channel,
        String sentBy) {

    @JsonIgnore
    public boolean isSent() {
        return sentOn != null;
    }
}
