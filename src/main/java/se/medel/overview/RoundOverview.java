package se.medel.overview;

import java.time.LocalDate;
import java.util.List;
import se.medel.round.CapPicture;
import se.medel.web.Paged;

/**
 * A round as its page shows it; everything in words and figures already.
 *
 * @param inForce the model in force with the committee's decision, null before there is one
 * @param undelegated whether nothing can be decided by that model, since the committee hasn't given the task to (D2)
 * @param next what is to be done next, null for those who have nothing to do
 * @param caps empty before a model is approved
 * @param districts null for those who see only aggregated figures
 */
public record RoundOverview(
        String id,
        String name,
        String programme,
        String state,
        String colour,
        String caseNumber,
        LocalDate deadline,
        String inForce,
        boolean undelegated,
        String next,
        List<Link> steps,
        List<Link> links,
        List<CapPicture> caps,
        List<Total> totals,
        String allGranted,
        boolean smallNumbersHidden,
        List<String> components,
        Paged<DistrictRow> districts) {

    public record Link(String href, String text) {}

    /** What is granted under one component in the whole round. */
    public record Total(String component, String granted) {}

    public record DistrictRow(String name, List<Cell> cells, String granted) {}

    /**
     * A district under a component.
     *
     * @param granted null where nothing is
     * @param nothing what stands there instead of applications and grants, null where there are any
     */
    public record Cell(String component, List<Applied> applications, String granted, String nothing) {}

    public record Applied(String href, String asked, String state, String colour) {}
}
