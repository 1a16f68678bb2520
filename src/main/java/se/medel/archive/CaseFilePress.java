package se.medel.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import se.medel.decision.DocumentService;
import se.medel.payment.PaymentDocuments;
import se.medel.payment.PaymentService;
import se.medel.settlement.RepaymentService;
import se.medel.settlement.SettlementDocuments;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * Draws what a case should have documents of and nobody has asked for yet, so that its file has them all. They are drawn before
 * the snapshot is taken; what comes meanwhile is drawn in another go.
 */
@ApplicationScoped
class CaseFilePress {

    /** So often is looked for new ones; who decides faster than that gets the rest in the next package. */
    private static final int GOES = 3;

    /** Reads everything and changes nothing; the one who asks may not see all that is drawn, and doesn't get it. */
    private static final Actor READER = new Actor("medel", Role.AUDITOR, null);

    private static final String NOT_MADE = CaseScope.SQL
            + """
            select distinct due.kind, due.about, due.round_id, due.district from document_due due, scope
            where due.round_id = scope.round and not due.made
                and (scope.application is null or due.application_id = scope.application
                    or due.application_id is null and due.district = scope.district)
            order by 1, 2""";

    private record Due(String kind, long about, String round, String district) {}

    @Inject
    DataSource database;

    @Inject
    DocumentService decisions;

    @Inject
    PaymentService payments;

    @Inject
    PaymentDocuments orders;

    @Inject
    RepaymentService repayments;

    @Inject
    SettlementDocuments letters;

    /** A snapshot in which nothing is missing, as far as {@value #GOES} goes bring it. */
    @Transactional(Transactional.TxType.NEVER)
    Snapshot complete(CaseScope scope, CaseReader reader) throws SQLException, IOException {
        for (int go = 0; ; go++) {
            Snapshot snapshot = Snapshot.of(database);
            List<Due> due;
            try {
                due = notMade(snapshot, scope, reader);
                if (due.isEmpty() || go == GOES) {
                    return snapshot;
                }
            } catch (SQLException | IOException e) {
                snapshot.close();
                throw e;
            }
            snapshot.close();
            due.forEach(this::draw);
        }
    }

    private static List<Due> notMade(Snapshot snapshot, CaseScope scope, CaseReader reader)
            throws SQLException, IOException {
        List<Due> due = new ArrayList<>();
        snapshot.each(
                NOT_MADE,
                row -> due.add(new Due(row.getString(1), row.getLong(2), row.getString(3), row.getString(4))),
                scope.parameters());
        due.removeIf(one -> !reader.clients() && one.kind().equals("CLIENT_APPENDIX"));
        return due;
    }

    private void draw(Due due) {
        switch (due.kind()) {
            case "DELEGATION_DECISION" -> decisions.of(due.about());
            case "CLIENT_APPENDIX" -> decisions.appendixOf(due.about());
            case "PAYMENT_ORDER" -> orders.of(payments.find(READER, due.about()).get());
            case "HEARING_LETTER" ->
                letters.hearing(repayments.find(READER, due.about()).get());
            case "REPAYMENT_DECISION" ->
                letters.decision(repayments.find(READER, due.about()).get());
            case "CALL_FOR_REPORTS" -> letters.call(due.round(), due.district());
            case "SETTLEMENT" -> letters.settlement(due.round(), due.district());
            default -> throw new IllegalStateException("Nobody knows how to draw " + due.kind());
        }
    }
}
