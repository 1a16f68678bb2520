package se.medel.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A round's booking settings as they are kept. */
@Entity
@Table(name = "booking_settings")
class BookingRow {

    @Id
    String roundId;

    String settings;
    String changedBy;
    Instant changedAt;

    /** Counted by the service while it holds the row. */
    long version;
}
