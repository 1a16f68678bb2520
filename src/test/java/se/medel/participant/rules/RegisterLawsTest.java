package se.medel.participant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.medel.participant.rules.Recording.Surroundings;
import se.medel.refusal.Refusal;

/** What holds for every history that the rules let anybody write. */
class RegisterLawsTest {

    private static final LocalDate START = LocalDate.of(2014, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2014, 12, 31);
    private static final int BIRTH_YEAR = 1992;
    private static final LocalDate STOP_FROM = LocalDate.of(2014, 6, 1);
    private static final LocalDate STOP_TO = LocalDate.of(2014, 7, 1);

    /** What is left of random entries when those that the rules refuse are left out. */
    private static List<Entry> written(List<Entry> tried) {
        List<Entry> written = new ArrayList<>();
        for (Entry entry : tried) {
            if (refusals(written, entry).isEmpty()) {
                written.add(entry);
            }
        }
        return written;
    }

    private static List<Refusal> refusals(List<Entry> before, Entry entry) {
        boolean stopped = !entry.day().isBefore(STOP_FROM) && entry.day().isBefore(STOP_TO);
        return new Recording(
                        BIRTH_YEAR,
                        before,
                        new Surroundings(
                                Limits.first(START),
                                stopped ? STOP_FROM : null,
                                Set.of("L1", "L2"),
                                entry.kind() == EntryKind.GUIDE_CHANGED ? 10 : 3,
                                0,
                                Set.of("Rinkeby", "Tensta"),
                                TODAY))
                .refusals(entry);
    }

    @Property(tries = 2_000)
    void nobodyTakesPartOnAnyDayWithoutConsentAndAssessment(@ForAll("histories") List<Entry> tried) {
        List<Entry> written = written(tried);
        for (LocalDate day = START; !day.isAfter(TODAY); day = day.plusDays(9)) {
            Standing standing = Standing.on(day, written);
            if (standing.isEnrolled()) {
                assertThat(standing.consentedOn()).isNotNull();
                assertThat(standing.isInTargetGroup() || standing.assessedOn() != null)
                        .isTrue();
            }
        }
    }

    @Property(tries = 2_000)
    void afterAConsentIsWithdrawnNothingFollowsButTheDischargeUntilThereIsANewOne(
            @ForAll("histories") List<Entry> tried) {
        List<Entry> written = written(tried);
        for (int i = 0; i < written.size(); i++) {
            Standing before = Standing.on(LocalDate.MAX, written.subList(0, i));
            if (before.consentWithdrawnOn() != null) {
                assertThat(written.get(i).kind()).isIn(EntryKind.DISCHARGED, EntryKind.CONSENTED);
            }
        }
    }

    @Property(tries = 2_000)
    void statesFollowEachOtherAndEnrolmentsNeverOverlap(@ForAll("histories") List<Entry> tried) {
        List<Entry> written = written(tried);
        State state = null;
        for (Entry entry : written) {
            State next = entry.kind().leadsTo();
            if (next != null) {
                assertThat(state == null ? Set.of(State.INTEREST) : state.next())
                        .contains(next);
                state = next;
            }
        }
        List<Enrolment> enrolments = Standing.on(LocalDate.MAX, written).enrolments();
        for (int i = 1; i < enrolments.size(); i++) {
            assertThat(enrolments.get(i - 1).until())
                    .isBeforeOrEqualTo(enrolments.get(i).from());
        }
        assertThat(enrolments)
                .allSatisfy(enrolment -> assertThat(new Period(STOP_FROM, STOP_TO).covers(enrolment.from()))
                        .isFalse());
    }

    @Property(tries = 1_000)
    void whatWasOnADayIsTheSameHoweverMuchIsWrittenAboutLaterDays(@ForAll("histories") List<Entry> tried) {
        List<Entry> written = written(tried);
        for (LocalDate day = START; !day.isAfter(TODAY); day = day.plusDays(30)) {
            LocalDate asked = day;
            List<Entry> upTo = written.stream()
                    .filter(entry -> !entry.day().isAfter(asked))
                    .toList();
            assertThat(Standing.on(day, written)).isEqualTo(Standing.on(LocalDate.MAX, upTo));
        }
    }

    @Provide
    Arbitrary<List<Entry>> histories() {
        Arbitrary<Entry> any = Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.of(EntryKind.WAITING, EntryKind.ADMITTED)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.of(EntryKind.RESTING, EntryKind.DISCHARGED)),
                                net.jqwik.api.Tuple.of(3, Arbitraries.of(EntryKind.values()))),
                        Arbitraries.integers().between(0, 370),
                        Arbitraries.integers().between(0, 8))
                .as((kind, day, pick) -> entry(kind, START.plusDays(day), pick));
        return any.list().ofMinSize(4).ofMaxSize(30).map(entries -> {
            List<Entry> history = new ArrayList<>(List.of(
                    Entry.of(EntryKind.INTEREST, START, Referral.POLICE),
                    Entry.of(EntryKind.ASSESSED, START, EnumSet.allOf(TargetCriterion.class)),
                    Entry.of(EntryKind.CONSENTED, START, Set.of(Partner.POLICE))));
            // Half of the histories begin with somebody who hasn't consented yet.
            if (entries.size() % 2 == 0) {
                history.remove(2);
            }
            history.addAll(entries);
            return history;
        });
    }

    private static Entry entry(EntryKind kind, LocalDate day, int pick) {
        if (kind.takesGuide()) {
            return new Entry(kind, day, pick % 2 == 0 ? "L1" : "L2");
        }
        if (kind == EntryKind.LIVES_IN) {
            return new Entry(kind, day, pick == 0 ? "Kista" : "Tensta");
        }
        if (kind.words() == null) {
            return Entry.of(kind, day);
        }
        Enum<?>[] words = kind.words().getEnumConstants();
        return kind == EntryKind.ASSESSED && pick > 2
                ? Entry.of(kind, day, EnumSet.allOf(TargetCriterion.class))
                : Entry.of(kind, day, words[pick % words.length]);
    }
}
