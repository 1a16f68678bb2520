package se.medel.finalreport.rules;

import java.util.List;
import se.medel.money.Kronor;

/**
 * Where the money of one or more grants stands, in whole kronor. Granted = paid + not yet paid + released, and paid = used +
 * repaid + written off + owed; sums that don't agree can't be made.
 *
 * @param released granted, and will never be paid
 * @param used of what was paid, what the districts may keep
 * @param owed paid, and not accounted for yet or not paid back yet
 */
public record Sums(
        Kronor granted,
        Kronor paid,
        Kronor notYetPaid,
        Kronor released,
        Kronor used,
        Kronor repaid,
        Kronor writtenOff,
        Kronor owed) {

    public static final Sums NOTHING = of(Kronor.ZERO, Kronor.ZERO, Kronor.ZERO, Kronor.ZERO, Kronor.ZERO, Kronor.ZERO);

    public Sums {
        if (!granted.equals(paid.plus(notYetPaid).plus(released))
                || !paid.equals(used.plus(repaid).plus(writtenOff).plus(owed))) {
            throw new IllegalArgumentException("The sums don't agree");
        }
    }

    public static Sums of(Kronor granted, Kronor paid, Kronor released, Kronor used, Kronor repaid, Kronor writtenOff) {
        return new Sums(
                granted,
                paid,
                granted.minus(paid).minus(released),
                released,
                used,
                repaid,
                writtenOff,
                paid.minus(used).minus(repaid).minus(writtenOff));
    }

    public Sums plus(Sums more) {
        return new Sums(
                granted.plus(more.granted),
                paid.plus(more.paid),
                notYetPaid.plus(more.notYetPaid),
                released.plus(more.released),
                used.plus(more.used),
                repaid.plus(more.repaid),
                writtenOff.plus(more.writtenOff),
                owed.plus(more.owed));
    }

    public static Sums sum(List<Sums> parts) {
        return parts.stream().reduce(NOTHING, Sums::plus);
    }

    List<Kronor> all() {
        return List.of(granted, paid, notYetPaid, released, used, repaid, writtenOff, owed);
    }
}
