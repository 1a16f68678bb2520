package se.medel.finalreport;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.finalreport.rules.Stopped;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.round.rules.Cap;
import se.medel.settlement.rules.RepaymentReason;

/**
 * Everything that the final report tells in figures (Y6), in whole kronor. It is read outside the administration: no count
 * under five is in it, and none can be worked out from it (P13).
 *
 * @param closed whether the round is closed, so that nothing of this changes any more
 * @param closing the SHA-256 of what was kept when the round was closed; null until it is
 * @param districts by name
 * @param together compensation for clients that isn't told by district; null where all is
 * @param compensationWithheld whether the round's compensation is in no figure at all, because it was for so few
 * @param total of the districts and of what stands together, where more of that is told than what was granted
 * @param caps what was granted of each shared cap
 * @param reports how many districts' accounts the results and the other funding come from
 */
@Schema(name = "FinalFigures")
public record RoundFigures(
        String round,
        String name,
        String programme,
        int year,
        String caseNumber,
        boolean closed,
        String closing,
        List<OfDistrict> districts,
        MoneyTable.Together together,
        boolean compensationWithheld,
        Sums total,
        List<OfCap> caps,
        int reports,
        List<Result> results,
        List<Funding> otherFunding,
        List<Cut> cuts,
        Stopped stopped) {

    /** Whether nothing is told of what became of compensation, so that the total is without it. */
    boolean onlyGrantedTogether() {
        return together != null && together.sums() == null;
    }

    /** The clients of the whole round; null where they are too few to be told. */
    Long clients() {
        if (compensationWithheld) {
            return null;
        }
        long told = districts.stream()
                .filter(district -> district.clients() != null)
                .mapToLong(OfDistrict::clients)
                .sum();
        return told + (together == null ? 0 : together.clients());
    }

    /**
     * @param sums without compensation for clients, where {@code apart}
     * @param clients that were compensated; null where that isn't told, or none were asked for
     * @param apart whether its compensation isn't told by district
     */
    @Schema(name = "FinalFiguresOfDistrict")
    public record OfDistrict(String slug, String name, Sums sums, Long clients, boolean apart) {

        /** Whether all that the district got stands together with that of others, so that its line has no figures. */
        boolean nothingTold() {
            return apart && sums.equals(Sums.NOTHING);
        }
    }

    /**
     * @param name of the group, for a group's cap; otherwise null
     * @param limit whole kronor or clients, by its kind
     * @param used in the same unit; null where it isn't told
     */
    @Schema(name = "FinalFiguresOfCap")
    public record OfCap(String rule, Cap.Kind kind, String name, long limit, Long used) {}

    /**
     * @param name of the count, see {@link se.medel.costreport.rules.Results}
     * @param sum of the districts that tell it
     * @param districts how many tell it
     */
    @Schema(name = "FinalResult")
    public record Result(String name, long sum, int districts) {}

    /**
     * @param amount really received, with öre (K3)
     * @param districts how many had it
     */
    @Schema(name = "FinalOtherFunding")
    public record Funding(String source, Kronor amount, int districts) {}

    /** What the settlements took from what was granted for costs, by reason (Y4). */
    @Schema(name = "FinalCut")
    public record Cut(RepaymentReason reason, Kronor kronor) {}
}
