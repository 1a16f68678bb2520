package se.medel.opendata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Grants in the shape of 360Giving's standard, with members of our own for what that has no place for ({@code amountReported},
 * {@code amountRepaid}), which it allows. Names are the standard's.
 */
@Schema(name = "GrantPackage")
public record GivingJson(String version, String title, String description, String license, List<Grant> grants) {

    /**
     * One grant.
     *
     * @param amountDisbursed paid so far; left out where it is hidden
     * @param amountReported what the approved report says that it cost; left out until there is one
     * @param amountRepaid paid back so far; left out where it is hidden
     * @param clients for compensation, how many are compensated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Grant")
    public record Grant(
            String id,
            String title,
            String description,
            String currency,
            BigDecimal amountAwarded,
            BigDecimal amountDisbursed,
            LocalDate awardDate,
            List<Organisation> recipientOrganization,
            List<Organisation> fundingOrganization,
            List<Programme> grantProgramme,
            List<Place> beneficiaryLocation,
            String dataSource,
            BigDecimal amountReported,
            BigDecimal amountRepaid,
            Long clients) {}

    /** Who gives, or who is given. */
    @Schema(name = "GrantOrganisation")
    public record Organisation(String id, String name) {}

    /** What the money is for. */
    @Schema(name = "GrantProgramme")
    public record Programme(String code, String title) {}

    /** Where it is used. */
    @Schema(name = "GrantPlace")
    public record Place(String name, String countryCode) {}
}
