package se.medel.round;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** More time for one district's cost report. Never changed; another one can be given. */
@Entity
class ReportExtension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String district;
    LocalDate wasDue;
    LocalDate dueOn;
    String reason;
    String grantedBy;
    Instant grantedAt;

    ExtensionView view() {
        return new ExtensionView(district, wasDue, dueOn, reason, grantedBy, grantedAt);
    }
}
