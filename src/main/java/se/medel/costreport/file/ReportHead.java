package se.medel.costreport.file;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import se.medel.costreport.CostReportView;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.user.Me;

/** What every page about a report's files needs to know of the report. */
@RequestScoped
public class ReportHead {

    /**
     * What stands at the top of the page.
     *
     * @param caption the district and the round
     * @param writes whether this user can add files now
     * @param year the round's
     */
    public record Head(long id, String caption, boolean writes, int year) {}

    @Inject
    ReportFileService files;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Me me;

    /** A report that the user may read; any other isn't found. */
    public CostReportView report(long id) {
        Answer<CostReportView> found = files.read(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    public Head of(CostReportView report) {
        var round = rounds.round(report.roundId()).orElseThrow();
        String district =
                districts.bySlug(report.district()).map(DistrictView::name).orElse(report.district());
        return new Head(
                report.id(),
                district + " · " + round.name(),
                me.actor().actsFor(report.district()) && report.state().isEditable(),
                round.year());
    }
}
