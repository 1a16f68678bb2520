package se.medel.finalreport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;

/**
 * What a district's own committee is told of the district's money in a round, in whole kronor. It is read outside the
 * administration, so that a count under five isn't in it (P13). Where compensation isn't told of the district by itself, none of
 * its money is here.
 *
 * @param settled whether everything is settled and paid either way
 * @param asked of all grants that are told; null where none is, or compensation is among them
 * @param total of the same; null where none is
 * @param grants by component, without compensation where it isn't told
 * @param claimed whether compensation for clients was asked for
 * @param clients that were compensated; null where that isn't told, or none were asked for
 * @param results the counts that the district tells, by name
 * @param resultsText the same in the district's words; null until its account is approved
 * @param lastBooked when something was last booked on the grants
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
        Instant lastBooked) {

    /** Names what is told: other figures are another account. */
    String fingerprint() {
        return FinalReportService.sha256(StoredJson.write(this)).substring(0, 12);
    }

    /** Whether there is compensation that isn't told here. */
    boolean withoutCompensation() {
        return claimed && clients == null;
    }

    /** @param asked null for compensation: how many clients were refused isn't told by district */
    @Schema(name = "DistrictAccountGrant")
    public record Grant(ComponentKind component, Kronor asked, Sums sums) {}
}
