package se.medel.participant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.participant.rules.EntryKind.*;
import static se.medel.participant.rules.RegisterFault.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.participant.rules.Recording.Surroundings;
import se.medel.refusal.Refusal;

/** Both sides of every limit, one rule at a time. */
class RecordingTest {

    private static final LocalDate DAY = LocalDate.of(2014, 3, 3);
    private static final Entry CAME = Entry.of(INTEREST, DAY, Referral.SELF);
    private static final Entry ASSESSED_AS_MEANT = Entry.of(ASSESSED, DAY, EnumSet.allOf(TargetCriterion.class));
    private static final Entry CONSENT = Entry.of(CONSENTED, DAY, Set.of(Partner.POLICE));
    private static final Entry WAITS = Entry.of(WAITING, DAY);
    private static final Entry[] READY = {CAME, ASSESSED_AS_MEANT, CONSENT, WAITS};

    @Test
    void whoWaitsWithConsentAndAssessmentIsAdmitted() {
        assertThat(admission(1992, normal(), READY)).isEmpty();
    }

    @Test
    void nobodyIsAdmittedWithoutConsent() {
        assertThat(admission(1992, normal(), CAME, ASSESSED_AS_MEANT, WAITS)).containsExactly("P2 CONSENT_MISSING");
    }

    @Test
    void nobodyIsAdmittedWithoutAnAssessmentThatIsMet() {
        assertThat(admission(1992, normal(), CAME, CONSENT, WAITS)).containsExactly("P3 ASSESSMENT_MISSING");
        Entry partly = Entry.of(ASSESSED, DAY, Set.of(TargetCriterion.AGE, TargetCriterion.AREA));
        assertThat(admission(1992, normal(), CAME, partly, CONSENT, WAITS)).containsExactly("P3 NOT_IN_TARGET_GROUP");
    }

    @Test
    void theAgeIsReachedDuringTheYearOfAdmission() {
        assertThat(admission(1996, normal(), READY)).containsExactly("M6 OUTSIDE_AGE_BAND");
        assertThat(admission(1995, normal(), READY)).isEmpty();
        assertThat(admission(1985, normal(), READY)).isEmpty();
        assertThat(admission(1984, normal(), READY)).containsExactly("M6 OUTSIDE_AGE_BAND");
    }

    @Test
    void aGuideHasAtMostTenParticipants() {
        assertThat(admission(1992, around(9, 0, null), READY)).isEmpty();
        assertThat(admission(1992, around(10, 0, null), READY)).containsExactly("P5 GUIDE_FULL");
    }

    @Test
    void atMostFortyHaveIncomeSupportAtOnceWhichStopsOnlyWhoHasIt() {
        Entry[] withSupport = {CAME, ASSESSED_AS_MEANT, CONSENT, WAITS, Entry.of(SUPPORT_STARTED, DAY)};
        assertThat(admission(1992, around(0, 39, null), withSupport)).isEmpty();
        assertThat(admission(1992, around(0, 40, null), withSupport)).containsExactly("P6 SUPPORT_FULL");
        assertThat(admission(1992, around(0, 40, null), READY)).isEmpty();
    }

    @Test
    void nobodyIsAdmittedDuringAStopButTheWaitingListGoesOn() {
        assertThat(admission(1992, around(0, 0, DAY), READY)).containsExactly("P7 ADMISSION_STOPPED");
        assertThat(refusals(1992, around(0, 0, DAY), WAITS, CAME)).isEmpty();
    }

    @Test
    void whoRestsComesBackAlsoDuringAStopButNeedsAPlace() {
        Entry[] resting = {
            CAME,
            ASSESSED_AS_MEANT,
            CONSENT,
            WAITS,
            Entry.admitted(DAY, "L1"),
            Entry.of(RESTING, DAY, RestingReason.STABLE)
        };
        assertThat(admission(1992, around(0, 40, DAY), resting)).isEmpty();
        assertThat(admission(1992, around(10, 0, null), resting)).containsExactly("P5 GUIDE_FULL");
    }

    @Test
    void afterAWithdrawnConsentOnlyTheDischargeIsRecorded() {
        Entry[] withdrawn = {
            CAME, ASSESSED_AS_MEANT, CONSENT, WAITS, Entry.admitted(DAY, "L1"), Entry.of(CONSENT_WITHDRAWN, DAY)
        };
        for (EntryKind kind : EntryKind.values()) {
            Entry entry = kind.words() == null
                    ? new Entry(kind, DAY, kind.takesGuide() ? "L1" : kind == LIVES_IN ? "Rinkeby" : null)
                    : Entry.of(kind, DAY, kind.words().getEnumConstants()[0]);
            if (kind == DISCHARGED) {
                assertThat(refusals(1992, normal(), entry, withdrawn)).isEmpty();
            } else {
                assertThat(refusals(1992, normal(), entry, withdrawn)).contains("P2 CONSENT_IS_WITHDRAWN");
            }
        }
    }

    @Test
    void whoComesAgainConsentsAnew() {
        Entry[] left = {
            CAME,
            ASSESSED_AS_MEANT,
            CONSENT,
            WAITS,
            Entry.of(CONSENT_WITHDRAWN, DAY),
            Entry.of(DISCHARGED, DAY, DischargeReason.OWN_WISH)
        };
        assertThat(refusals(1992, normal(), WAITS, left)).contains("P2 CONSENT_IS_WITHDRAWN");
        assertThat(refusals(1992, normal(), CONSENT, left)).isEmpty();
    }

    @Test
    void entriesAboutOneThingComeInTheOrderOfTheirDays() {
        assertThat(refusals(1992, normal(), Entry.of(WAITING, DAY.minusDays(1)), CAME))
                .containsExactly("null DAY_BEFORE_LATEST");
        assertThat(refusals(
                        1992,
                        normal(),
                        Entry.admitted(DAY, "L1"),
                        with(Entry.of(CONSENTED, DAY.plusDays(1), Set.of(Partner.POLICE)))))
                .contains("null DAY_BEFORE_LATEST");
        assertThat(refusals(1992, normal(), Entry.of(WAITING, DAY.plusYears(1)), CAME))
                .containsExactly("null DAY_IN_FUTURE");
        assertThat(refusals(1992, normal(), new Entry(WAITING, null, null), CAME))
                .containsExactly("null DAY_MISSING");
    }

    @Test
    void aValueIsChosenAmongTheWordsOfItsKind() {
        assertThat(refusals(1992, normal(), new Entry(OUTCOME, DAY, "Fick jobb på Volvo"), READY))
                .containsExactly("null CHOICE_UNKNOWN");
        assertThat(refusals(1992, normal(), new Entry(OUTCOME, DAY, null), READY))
                .containsExactly("null CHOICE_MISSING");
        assertThat(refusals(1992, normal(), new Entry(OUTCOME, DAY, "STUDIES,HOUSING"), READY))
                .containsExactly("null CHOICE_UNKNOWN");
        assertThat(refusals(1992, normal(), Entry.admitted(DAY, "L9"), READY)).containsExactly("P5 GUIDE_UNKNOWN");
        assertThat(refusals(1992, normal(), new Entry(LIVES_IN, DAY, "Kista"), READY))
                .containsExactly("P14 AREA_UNKNOWN");
    }

    @Test
    void aPlanThatNobodyHasGoneThroughForNinetyDaysIsStale() {
        List<Entry> entries = new ArrayList<>(List.of(READY));
        entries.add(Entry.admitted(DAY, "L1"));
        Limits limits = Limits.first(DAY);
        assertThat(Standing.on(DAY, entries).isPlanStale(DAY, limits)).isTrue();
        entries.add(Entry.of(ACTIVITY_STARTED, DAY, ActivityCategory.WORK));
        assertThat(Standing.on(DAY.plusDays(90), entries).isPlanStale(DAY.plusDays(90), limits))
                .isFalse();
        assertThat(Standing.on(DAY.plusDays(91), entries).isPlanStale(DAY.plusDays(91), limits))
                .isTrue();
        entries.add(Entry.of(PLAN_REVIEWED, DAY.plusDays(91)));
        assertThat(Standing.on(DAY.plusDays(91), entries).isPlanStale(DAY.plusDays(91), limits))
                .isFalse();
    }

    private static Entry[] with(Entry entry) {
        Entry[] all = Arrays.copyOf(READY, READY.length + 1);
        all[READY.length] = entry;
        return all;
    }

    private static List<String> admission(int birthYear, Surroundings around, Entry... before) {
        return refusals(birthYear, around, Entry.admitted(DAY, "L1"), before);
    }

    private static List<String> refusals(int birthYear, Surroundings around, Entry entry, Entry... before) {
        return new Recording(birthYear, List.of(before), around)
                .refusals(entry).stream().map(RecordingTest::inShort).toList();
    }

    private static String inShort(Refusal refusal) {
        return refusal.rule() + " " + refusal.reason().name();
    }

    private static Surroundings normal() {
        return around(0, 0, null);
    }

    private static Surroundings around(int guideLoad, int supportLoad, LocalDate stop) {
        return new Surroundings(
                Limits.first(DAY), stop, Set.of("L1"), guideLoad, supportLoad, Set.of("Rinkeby"), DAY.plusMonths(6));
    }
}
