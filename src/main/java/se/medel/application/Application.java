package se.medel.application;

import jakarta.persistence.Column;
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
import java.util.Map;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;
import se.medel.storage.StoredJson;

/** One district's application under one component of a round. */
@Entity
class Application {

    /** What the database's column holds (14 digits), and far more than any round. */
    private static final BigDecimal MOST_KRONOR = new BigDecimal("999999999999");

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

    /** Clients that an officer has found not eligible, by the rule they fail; kept with the rows, and counted here for the rules. */
    String notEligible = "{}";

    /** The clients of a claim, submitted or not; changes with them, so that two who write at once notice. */
    @Column(name = "claim_rows")
    int rows;

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
        if (isAsked(written.amount())) {
            askedKronor = written.amount().amount().setScale(0);
        } else if (state == ApplicationState.DRAFT) {
            askedKronor = null;
        }
        // While it is completed, what was asked stands until there is another amount that can be asked.
    }

    private static boolean isAsked(Kronor amount) {
        return amount != null
                && amount.isWhole()
                && !amount.isNegative()
                && amount.amount().compareTo(MOST_KRONOR) <= 0;
    }

    ApplicationContent content() {
        return StoredJson.read(content, ApplicationContent.class);
    }

    Map<String, Long> notEligible() {
        return StoredJson.readCounts(notEligible);
    }

    boolean isClaim() {
        return component == ComponentKind.CLIENT_COMPENSATION;
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
                rows,
                notEligible(),
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
