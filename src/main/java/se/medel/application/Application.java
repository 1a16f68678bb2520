package se.medel.application;

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
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;

/** One district's application under one component of a round. */
@Entity
class Application {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    String district;

    @Enumerated(EnumType.STRING)
    ComponentKind component;

    @Enumerated(EnumType.STRING)
    ApplicationState state;

    String content;

    /** Whole kronor asked for; kept beside the content so that lists need not read it. */
    BigDecimal askedKronor;

    long clientsAsked;
    String startedBy;
    Instant startedAt;
    String submittedBy;
    Instant submittedAt;
    String receipt;
    String signedBy;
    Instant signedAt;
    String completionRequest;
    LocalDate completionDue;
    String completionAnswer;
    String withdrawnReason;

    @Version
    long version;

    void write(ApplicationContent written) {
        content = StoredJson.write(written);
        askedKronor = written.amount() == null
                        || !written.amount().isWhole()
                        || written.amount().isNegative()
                ? null
                : written.amount().amount().setScale(0);
    }

    ApplicationContent content() {
        return StoredJson.read(content, ApplicationContent.class);
    }

    ApplicationView view() {
        return new ApplicationView(
                id,
                roundId,
                district,
                component,
                state,
                content(),
                askedKronor == null ? null : new Kronor(askedKronor),
                clientsAsked,
                startedBy,
                startedAt,
                submittedBy,
                submittedAt,
                receipt,
                signedBy,
                signedAt,
                completionRequest,
                completionDue,
                completionAnswer,
                withdrawnReason,
                version);
    }
}
