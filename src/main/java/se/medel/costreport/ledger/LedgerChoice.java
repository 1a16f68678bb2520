package se.medel.costreport.ledger;

import java.time.LocalDate;
import java.util.List;
import se.medel.costreport.sie.ObjectPair;

/**
 * What is to be taken from a ledger.
 *
 * @param applicationId the grant that the costs are charged to
 * @param from the first day
 * @param to the last day
 * @param objects lines that are about any of them
 */
public record LedgerChoice(long applicationId, LocalDate from, LocalDate to, List<ObjectPair> objects) {

    public LedgerChoice {
        objects = List.copyOf(objects);
    }
}
