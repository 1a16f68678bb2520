package se.medel.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One payment to one district of one grant. Once it is paid or cancelled nothing in it changes. */
@Entity
class Payment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long orderId;
    long applicationId;
    BigDecimal kronor;

    @Enumerated(EnumType.STRING)
    PaymentState state;

    String voucher;
    LocalDate paidOn;
    String markedBy;
    Instant markedAt;
    String reason;
}
