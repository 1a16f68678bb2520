package se.medel.control;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** Vouchers that a district is asked for. */
@Entity
class VoucherRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long reportId;
    String roundId;
    String district;
    String asked;
    LocalDate dueOn;
    String askedBy;
    Instant askedAt;
    String answer;
    String answeredBy;
    Instant answeredAt;

    VoucherRequestView view() {
        return new VoucherRequestView(
                id, reportId, roundId, district, asked, dueOn, askedBy, askedAt, answer, answeredBy, answeredAt);
    }
}
