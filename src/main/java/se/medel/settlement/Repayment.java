package se.medel.settlement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import se.medel.delegation.Mandate;
import se.medel.money.Kronor;
import se.medel.settlement.rules.RepaymentState;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;

/** What is to be paid back of one grant by one settlement. */
@Entity
class Repayment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long settlementId;
    long applicationId;
    String roundId;
    String district;

    @Enumerated(EnumType.STRING)
    RepaymentState state;

    BigDecimal flagged;
    String parts;
    String preparedBy;

    /** Everybody who has prepared it, one word each. */
    String preparers;

    String hearingBy;
    Instant hearingAt;
    LocalDate replyDue;
    String reply;
    String repliedBy;
    Instant repliedAt;
    Integer number;
    BigDecimal decided;
    String reasons;
    String decidedBy;
    Instant decidedAt;
    LocalDate payBy;
    BigDecimal received = BigDecimal.ZERO;
    BigDecimal writtenOff = BigDecimal.ZERO;
    String writeOffReason;
    String writtenOffBy;
    Instant writtenOffAt;

    /** What it was decided by, and what the rest was written off by; null for what is older than the delegation order. */
    String mandate;

    String writeOffMandate;

    @Version
    long version;

    void preparedBy(Actor actor) {
        preparedBy = actor.username();
        if (preparers == null) {
            preparers = preparedBy;
        } else if (!wasPreparedBy(actor)) {
            preparers = preparers + " " + preparedBy;
        }
    }

    boolean wasPreparedBy(Actor actor) {
        return Arrays.asList(preparers.split(" ")).contains(actor.username());
    }

    /** What is left of what was decided, in whole kronor; below zero where the city owes the district. */
    Kronor open() {
        return state.isDecided() ? new Kronor(decided.subtract(received).subtract(writtenOff)) : Kronor.ZERO;
    }

    /** Money came in or went back; what nothing is left of is done. */
    void book(Kronor kronor) {
        received = received.add(kronor.amount().setScale(0));
        if (open().equals(Kronor.ZERO)) {
            state = writtenOff.signum() == 0 ? RepaymentState.PAID : RepaymentState.WRITTEN_OFF;
        }
    }

    RepaymentView view() {
        return new RepaymentView(
                id,
                settlementId,
                applicationId,
                roundId,
                district,
                state,
                new Kronor(flagged),
                StoredJson.readAmounts(parts),
                preparedBy,
                hearingBy,
                hearingAt,
                replyDue,
                reply,
                repliedBy,
                repliedAt,
                number,
                decided == null ? null : new Kronor(decided),
                reasons,
                decidedBy,
                decidedAt,
                payBy,
                new Kronor(received),
                new Kronor(writtenOff),
                writeOffReason,
                writtenOffBy,
                writtenOffAt,
                open(),
                mandate == null ? null : StoredJson.read(mandate, Mandate.class),
                writeOffMandate == null ? null : StoredJson.read(writeOffMandate, Mandate.class),
                version);
    }
}
