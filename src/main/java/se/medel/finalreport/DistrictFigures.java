package se.medel.finalreport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * What a district's own committee is told of the district's money in a round, in whole kronor. It is read outside the
 * administration, so that a count under five isn't in it (P13).
 *
 * @param settled whether everything is settled and paid either way
 * @param asked in all; null where it isn't told
 * @param total of all grants; null where the only grant is for fewer than five clients
 * @param grants by component; one without a component where they are told only together
 * @param claimed whether compensation for clients was asked for
 * @param clients that were compensated; null where that isn't told, or none were asked for
 * @param results the counts that the district tells, by name
 * @param resultsText the same in the district's words; null until its account is approved
 * @param entries how many times something was booked on the grants: another account for each
 * @param lastBooked when that was last
 */
@Schema(name = "DistrictAccount")
public record DistrictFigures(
        String round,
        String roundName,
        int year,
        String caseNumber,
        String district,
        String districtName,
        String committee,
        boolean settled,
        Kronor asked,
        Sums total,
        List<Grant> grants,
        boolean claimed,
        Long clients,
        Map<String, Long> results,
        String resultsText,
        List<RoundFigures.Funding> otherFunding,
        int entries,
        Instant lastBooked) {

    /**
     * @param component null where several are told together
     * @param asked null where it isn't told
     */
    @Schema(name = "DistrictAccountGrant")
    public record Grant(ComponentKind component, Kronor asked, Sums sums) {}
}
