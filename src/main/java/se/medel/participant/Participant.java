package se.medel.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.Standing;
import se.medel.participant.rules.State;

/** A participant, as the entries have it today. What it was on another day is worked out from the entries. */
@Entity
class Participant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String groupSlug;
    String code;
    String clientKey;
    int birthYear;
    String homeDistrict;
    String area;

    @Enumerated(EnumType.STRING)
    Referral referral;

    LocalDate cameOn;

    @Enumerated(EnumType.STRING)
    State state;

    LocalDate stateSince;
    LocalDate waitingSince;
    String guide;
    boolean withSupport;
    LocalDate assessedOn;
    LocalDate consentedOn;
    LocalDate consentWithdrawnOn;
    boolean evaluationConsent;
    int activities;
    LocalDate planReviewedOn;

    @Version
    long version;

    /** Takes over what the entries come to. */
    void take(Standing standing, GroupView group) {
        area = standing.area();
        homeDistrict = group.districtOf(area);
        referral = standing.referral();
        state = standing.state();
        stateSince = standing.since();
        waitingSince = standing.waitingSince();
        guide = standing.guide();
        withSupport = standing.hasSupport();
        assessedOn = standing.assessedOn();
        consentedOn = standing.consentedOn();
        consentWithdrawnOn = standing.consentWithdrawnOn();
        evaluationConsent = standing.evaluationConsent();
        activities = standing.activities().size();
        planReviewedOn = standing.planReviewedOn();
    }

    ParticipantLine line() {
        return new ParticipantLine(
                id,
                code,
                birthYear,
                homeDistrict,
                area,
                state,
                stateSince,
                waitingSince,
                guide,
                withSupport,
                consentedOn,
                consentWithdrawnOn,
                activities,
                planReviewedOn,
                version);
    }
}
