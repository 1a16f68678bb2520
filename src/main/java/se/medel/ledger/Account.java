package se.medel.ledger;

import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * Where the money of one grant stands, in whole kronor. At every moment granted = paid + not yet paid + released, and paid =
 * admitted + repaid + written off + owed.
 *
 * @param granted by the decision in force
 * @param ordered ordered to be paid, paid or not
 * @param released granted, and will never be paid
 * @param settled whether a settlement has said what the district may keep
 * @param entitled what it may keep or still get; zero until it is settled
 * @param admitted of what was paid, what the district may keep
 * @param freed of what was released or repaid, what is back under the round's caps (A1)
 */
public record Account(
        long applicationId,
        String roundId,
        String district,
        ComponentKind component,
        Kronor granted,
        Kronor ordered,
        Kronor paid,
        Kronor released,
        boolean settled,
        Kronor entitled,
        Kronor admitted,
        Kronor repaid,
        Kronor writtenOff,
        Kronor freed) {

    /** Granted, and neither paid nor released. */
    public Kronor notYetPaid() {
        return granted.minus(paid).minus(released);
    }

    /** What can still be ordered: not more than is granted, and once it is settled not more than the district may keep (A1). */
    public Kronor toOrder() {
        return (settled ? entitled : granted.minus(released)).minus(ordered).orZero();
    }

    /** Ordered, but not paid yet. */
    public Kronor underWay() {
        return ordered.minus(paid);
    }

    /**
     * Paid, and neither admitted, repaid nor written off. Until the grant is settled that is what the district has to account
     * for; below zero it is the district that has paid back too much.
     */
    public Kronor owed() {
        return paid.minus(admitted).minus(repaid).minus(writtenOff);
    }

    /** Released or repaid for good, and not back under the caps yet: what the district has paid back too much goes back to it. */
    public Kronor toFree() {
        return released.plus(repaid.min(paid.minus(admitted))).minus(freed).orZero();
    }
}
