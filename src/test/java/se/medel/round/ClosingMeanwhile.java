package se.medel.round;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;

/** Closes a round while somebody waits for it. */
@ApplicationScoped
public class ClosingMeanwhile {

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    Session database;

    /** What comes of a work that begins while the round is open, and waits until it is closed. */
    public <T> T of(String round, Callable<T> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<T> late = QuarkusTransaction.requiringNew().call(() -> {
                ledger.lock(round);
                accounts.lockRound(round);
                Future<T> begun = thread.submit(work);
                while (!someoneWaits()) {
                    Thread.sleep(10);
                }
                database.createNativeMutationQuery("update funding_round set state = 'CLOSED' where id = :round")
                        .setParameter("round", round)
                        .executeUpdate();
                return begun;
            });
            return late.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdown();
        }
    }

    private boolean someoneWaits() {
        return database.createNativeQuery(
                        "select exists (select from pg_locks where not granted and database ="
                                + " (select oid from pg_database where datname = current_database())"
                                + " or not granted and locktype = 'transactionid')",
                        Boolean.class)
                .getSingleResult();
    }
}
