package se.medel.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;

/** Work that takes longer than the minute that a transaction is given elsewhere: a large ledger, a whole round's settlement. */
public final class LongWork {

    /** The longest that it takes, in seconds: the largest ledger on a slow disk. */
    private static final int LONGEST = 900;

    private LongWork() {}

    /** Does the work in a transaction of its own. What is asked for in there joins it, and so has the same time. */
    public static <T> T call(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST).call(work);
    }
}
