package se.medel.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.medel.storage.StoredJson;

/** Payments that were ordered together. The order itself never changes; once it is exported it says with which settings. */
@Entity
class PaymentOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;
    LocalDate payOn;
    String note;
    String madeBy;
    Instant madeAt;
    String exportedBy;
    Instant exportedAt;
    String exportedWith;

    /** Counted by the service while it holds the order: a change of any of its payments is a change of the order. */
    long version;

    OrderView view(List<PaymentView> payments) {
        return new OrderView(
                id,
                roundId,
                number,
                payOn,
                note,
                madeBy,
                madeAt,
                exportedBy,
                exportedAt,
                exportedWith == null ? null : StoredJson.read(exportedWith, BookingSettings.class),
                version,
                payments);
    }
}
