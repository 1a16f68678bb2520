package se.medel.costreport.ledger;

import java.time.Instant;
import java.util.List;
import se.medel.costreport.rules.LedgerFigures.Figure;

/**
 * What was tried, or taken, from one ledger file.
 *
 * @param written null until it is confirmed
 */
public record LedgerImportView(
        long id,
        long reportId,
        long fileId,
        int chartVersion,
        LedgerChoice choice,
        LedgerOutcome outcome,
        String madeBy,
        Instant madeAt,
        Written written,
        String confirmedBy,
        Instant confirmedAt) {

    /**
     * What came of it in the report.
     *
     * @param figures what the ledger gave each line
     * @param keptTyped the plan's lines whose typed figure was kept instead
     */
    public record Written(List<Figure> figures, List<Integer> keptTyped) {

        public Written {
            figures = List.copyOf(figures);
            keptTyped = List.copyOf(keptTyped);
        }
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }
}
