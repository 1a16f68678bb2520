package se.medel.costreport.lines;

import static se.medel.costreport.lines.CostFileFault.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.medel.application.ApplicationService;
import se.medel.claim.file.ClaimFile;
import se.medel.claim.file.TableFile;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.FileFigures;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;

/** Reads a report's costs from a list: all rows, or none where any of them is wrong. */
@ApplicationScoped
@Transactional
public class CostFileService {

    @Inject
    CostReportService reports;

    @Inject
    ApplicationService applications;

    /**
     * Writes the list's costs into the report. Refused at {@code file} where it can't be read, else at {@code rows[n].column}
     * for each fault, n being the row that a spreadsheet shows.
     */
    public Answer<CostReportView> read(Actor actor, long reportId, Path file, String name) {
        return reports.writable(actor, reportId, null).then(report -> {
            CostRows rows = new CostRows(report.content(), grants(actor, report));
            Answer<Integer> readable = TableFile.read(file, name, ClaimFile.MOST_ROWS, rows::row);
            if (readable.isRefused()) {
                return Answer.refused(readable.refusals());
            }
            List<Refusal> faults = rows.faults();
            return faults.isEmpty()
                    ? reports.save(
                            actor, reportId, report.version(), FileFigures.written(report.content(), rows.rows()))
                    : Answer.refused(faults);
        });
    }

    /** The list of a report with the plan's lines filled in, for who may write in it. */
    public Answer<List<List<String>>> template(Actor actor, long reportId) {
        return reports.writable(actor, reportId, null).map(report -> {
            Map<Long, ComponentKind> grants = grants(actor, report);
            List<List<String>> rows = new ArrayList<>();
            report.content().lines().stream()
                    .filter(CostLine::inPlan)
                    .map(line -> CostRows.cells(grants.get(line.applicationId()), line))
                    .forEach(rows::add);
            return rows;
        });
    }

    private Map<Long, ComponentKind> grants(Actor actor, CostReportView report) {
        Map<Long, ComponentKind> grants = new LinkedHashMap<>();
        report.content().lines().stream()
                .filter(CostLine::inPlan)
                .forEach(line -> grants.computeIfAbsent(
                        line.applicationId(),
                        id -> applications.find(actor, id).get().component()));
        return grants;
    }
}
