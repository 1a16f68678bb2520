package se.medel.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.participant.ParticipantFixture.worker;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.CodePattern;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Enrolment;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RegisterFault;
import se.medel.participant.rules.RestingReason;
import se.medel.participant.rules.State;
import se.medel.participant.rules.TargetCriterion;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisterServiceTest {

    private static final LocalDate DAY = LocalDate.of(2014, 3, 3);

    @Inject
    ParticipantFixture fixture;

    @Inject
    GroupService groups;

    @Inject
    RegisterService register;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"Kista\n=1+1", "Kis\tta", "Kis\u0000ta", "Kis\u2028ta", "Kis\u0085ta"})
    void namesAreOneLineBecauseTheyStandInFiles(String name) {
        GroupView group = fixture.group("ostermalm");
        GroupView.Area area = new GroupView.Area(name, "ostermalm", DAY);
        assertThat(groups.addArea(worker(group), group.slug(), area).refusals())
                .containsExactly(Refusal.of(RegisterRefusal.GROUP_NAME_BROKEN).at("name"));
        assertThat(groups.create(
                                RoundFixture.OFFICER,
                                new GroupService.NewGroup(
                                        "radbruten", name, "RAD", List.of("ostermalm"), List.of(area)))
                        .refusals())
                .containsExactly(
                        Refusal.of(RegisterRefusal.GROUP_NAME_BROKEN).at("name"),
                        Refusal.of(RegisterRefusal.GROUP_NAME_BROKEN).at("areas[0].name"));
    }

    @Test
    void theRegisterAnswersAsItWasOnAnyDay() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.RESTING, DAY.plusDays(30), RestingReason.IN_CUSTODY));
        fixture.record(group, id, Entry.admitted(DAY.plusDays(60), "L2"));
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(90), DischargeReason.GOAL_REACHED));

        assertThat(on(group, id, DAY.minusDays(1))).isNull();
        assertThat(on(group, id, DAY)).isEqualTo(State.ADMITTED);
        assertThat(on(group, id, DAY.plusDays(29))).isEqualTo(State.ADMITTED);
        assertThat(on(group, id, DAY.plusDays(30))).isEqualTo(State.RESTING);
        assertThat(on(group, id, DAY.plusDays(89))).isEqualTo(State.ADMITTED);
        assertThat(on(group, id, DAY.plusDays(90))).isEqualTo(State.DISCHARGED);
        assertThat(register.asOn(worker(group), group.slug(), DAY.plusDays(30), null, 0)
                        .get())
                .extracting(view -> view.standing().state())
                .containsExactly(State.RESTING);
    }

    private State on(GroupView group, long id, LocalDate day) {
        return register.find(worker(group), group.slug(), id, day)
                .get()
                .standing()
                .state();
    }

    @Test
    void nobodyIsAdmittedWithoutConsentAndAssessment() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.arrived(group, 1, 1992, DAY).id();
        assertThat(refusals(group, id, Entry.admitted(DAY, "L1")))
                .extracting(Refusal::reason)
                .containsExactly(RegisterFault.CONSENT_MISSING, RegisterFault.ASSESSMENT_MISSING);
    }

    @Test
    void theLastPlaceOfAGuideIsTakenByOneOnly() throws Exception {
        GroupView group = fixture.group("ostermalm");
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 1, 40, 19, 29, 90))
                .get();
        List<Long> ids = IntStream.range(0, 6)
                .mapToObj(i -> fixture.waiting(group, i, 1992, DAY).id())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(ids.size());
        try {
            long admitted = threads
                    .invokeAll(ids.stream()
                            .map(id -> (Callable<Answer<ParticipantView>>) () ->
                                    register.record(worker(group), group.slug(), id, null, Entry.admitted(DAY, "L1")))
                            .toList())
                    .stream()
                    .filter(answer -> {
                        try {
                            return !answer.get().isRefused();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .count();
            assertThat(admitted).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theDatabaseRefusesWhatTheRulesShouldHaveRefused() {
        GroupView group = fixture.group("ostermalm");
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 1, 0, 19, 29, 90))
                .get();
        fixture.admitted(group, 1, 1992, DAY);
        long full = fixture.waiting(group, 3, 1992, DAY).id();
        long arrived = fixture.arrived(group, 5, 1992, DAY).id();
        assertThatThrownBy(() -> change("state = 'ADMITTED', waiting_since = null, guide = 'L1'", full))
                .hasStackTraceContaining("P5");
        assertThatThrownBy(() ->
                        change("state = 'ADMITTED', waiting_since = null, guide = 'L2', with_support = true", full))
                .hasStackTraceContaining("P6");
        assertThatThrownBy(() -> change("state = 'ADMITTED', guide = 'L2'", arrived))
                .hasStackTraceContaining("enrolled_with_consent");
        groups.stopAdmissions(worker(group), group.slug(), DAY, null, "Brist på lotsar")
                .get();
        assertThatThrownBy(() -> change("state = 'ADMITTED', waiting_since = null, guide = 'L2'", full))
                .hasStackTraceContaining("P7");
    }

    @Transactional
    void change(String values, long id) {
        database.createNativeMutationQuery("update participant set " + values + " where id = " + id)
                .executeUpdate();
    }

    @Test
    void onlyTheGroupsOwnDistrictsSeeTheRegisterAndEveryLookIsRecorded() {
        GroupView group = fixture.group("ostermalm", "norrmalm");
        long id = fixture.arrived(group, 1, 1992, DAY).id();
        assertThat(register.find(RoundFixture.officerOf("norrmalm"), group.slug(), id, DAY)
                        .isRefused())
                .isFalse();
        assertThat(register.find(RoundFixture.officerOf("bromma"), group.slug(), id, DAY)
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterRefusal.GROUP_NOT_FOUND);
        for (var outsider : List.of(RoundFixture.OFFICER, RoundFixture.DIRECTOR, RoundFixture.AUDITOR)) {
            assertThat(register.list(outsider, group.slug(), RegisterService.Filter.ALL, 0)
                            .refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(RegisterRefusal.REGISTER_NOT_FOR_ROLE);
        }
        assertThat(database.createNativeQuery(
                                "select username from audit_event where action = 'PARTICIPANT_READ' and subject = ?1",
                                String.class)
                        .setParameter(1, "group/" + group.slug() + "/participant/" + id)
                        .getResultList())
                .isEqualTo(List.of("norrmalm"));
    }

    @Test
    void aCodeIsOneParticipantInEverySpellingAndGroup() {
        GroupView group = fixture.group("ostermalm");
        fixture.arrived(group, 12, 1992, DAY);
        String prefix = group.pattern().prefix();
        for (String spelling : List.of(prefix + "-12", prefix.toLowerCase() + " - 012", prefix + "–12")) {
            assertThat(register.arrive(
                                    worker(group),
                                    group.slug(),
                                    new RegisterService.Arrival(
                                            spelling, 1990, "ostermalm", se.medel.participant.rules.Referral.SELF, DAY))
                            .refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(RegisterRefusal.PARTICIPANT_CODE_TAKEN);
        }
    }

    @Test
    void whatWasWrittenWronglyIsStruckAndKept() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(9), DischargeReason.RELAPSE));
        ParticipantView struck =
                register.strikeLast(worker(group), group.slug(), id, null).get();

        assertThat(struck.standing().state()).isEqualTo(State.ADMITTED);
        assertThat(struck.standing().enrolments()).extracting(Enrolment::until).containsOnlyNulls();
        assertThat(struck.entries())
                .filteredOn(written -> !written.counts())
                .extracting(written -> written.entry().kind())
                .containsExactly(EntryKind.DISCHARGED);
        assertThat(register.list(
                                worker(group), group.slug(), new RegisterService.Filter(State.ADMITTED, null, false), 0)
                        .get())
                .hasSize(1);
        // One after the other, until only the arrival is left.
        for (int i = 0; i < 4; i++) {
            register.strikeLast(worker(group), group.slug(), id, null).get();
        }
        assertThat(register.strikeLast(worker(group), group.slug(), id, null).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterRefusal.NOTHING_TO_STRIKE);
    }

    @Test
    void aStruckDischargeGivesNoPlaceThatSomebodyElseHasTaken() {
        GroupView group = fixture.group("ostermalm");
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 1, 40, 19, 29, 90))
                .get();
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(9), DischargeReason.RELAPSE));
        fixture.admitted(group, 3, 1992, DAY.plusDays(9));
        assertThat(register.strikeLast(worker(group), group.slug(), id, null).refusals())
                .extracting(Refusal::rule)
                .containsExactly("P5");
    }

    @Test
    void aStruckDischargeGivesNoGuideBackWhoHasStopped() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(9), DischargeReason.RELAPSE));
        groups.endGuide(worker(group), group.slug(), "L1", DAY.plusDays(10)).get();
        assertThat(register.strikeLast(worker(group), group.slug(), id, null).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterFault.GUIDE_UNKNOWN);
    }

    @Test
    void aStruckDischargeIsGivenBackWhereTheCapHasBeenRaisedSince() {
        GroupView group = fixture.group("ostermalm");
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 10, 1, 19, 29, 90))
                .get();
        long id = withSupport(group, 1);
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(9), DischargeReason.RELAPSE));
        groups.setLimits(worker(group), group.slug(), new Limits(DAY.plusDays(1), 10, 2, 19, 29, 90))
                .get();
        fixture.record(group, fixture.admitted(group, 3, 1992, DAY).id(), Entry.of(EntryKind.SUPPORT_STARTED, DAY));
        assertThat(register.strikeLast(worker(group), group.slug(), id, null)
                        .get()
                        .standing()
                        .state())
                .isEqualTo(State.ADMITTED);
    }

    private long withSupport(GroupView group, int number) {
        long id = fixture.waiting(group, number, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.SUPPORT_STARTED, DAY));
        fixture.record(group, id, Entry.admitted(DAY, "L1"));
        return id;
    }

    @Test
    void aWidenedConsentAndAMoveLeaveTheClaimWhereItWas() {
        GroupView group = fixture.group("ostermalm", "sodermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.CONSENTED, DAY.plusDays(30), Set.of(Partner.COUNTY_COUNCIL)));
        fixture.record(group, id, new Entry(EntryKind.LIVES_IN, DAY.plusDays(40), "sodermalm"));
        String key = CodePattern.key(ParticipantFixture.code(group, 1));
        var registered =
                register.registered(List.of(group.slug()), List.of(key)).get(key);
        assertThat(registered.consented()).isTrue();
        assertThat(registered.admissions()).containsExactly(new RegisterService.Admission(DAY, "ostermalm"));
        assertThat(register.admittedIn("ostermalm", 2014)).contains(registered);
        assertThat(register.admittedIn("sodermalm", 2014)).doesNotContain(registered);
        fixture.record(group, id, Entry.of(EntryKind.CONSENT_WITHDRAWN, DAY.plusDays(50)));
        assertThat(register.registered(List.of(group.slug()), List.of(key))
                        .get(key)
                        .consented())
                .isFalse();
    }

    @Test
    void whoeverReadAParticipantBeforeAnEntryWasWrittenIsStale() {
        GroupView group = fixture.group("ostermalm");
        ParticipantView read = fixture.admitted(group, 1, 1992, DAY);
        Entry outcome = Entry.of(EntryKind.OUTCOME, DAY, OutcomeKind.STUDIES);
        fixture.record(group, read.id(), outcome);
        assertThat(register.record(worker(group), group.slug(), read.id(), read.version(), outcome)
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterRefusal.PARTICIPANT_STALE);
    }

    @Test
    void aGuideCanTakeOverWhereThereAreMorePlacesThanAtTheAdmission() {
        GroupView group = fixture.group("ostermalm");
        groups.setLimits(worker(group), group.slug(), new Limits(DAY, 1, 40, 19, 29, 90))
                .get();
        fixture.admitted(group, 1, 1992, DAY);
        long id = fixture.admitted(group, 2, 1992, DAY).id();
        groups.setLimits(worker(group), group.slug(), new Limits(DAY.plusDays(9), 2, 40, 19, 29, 90))
                .get();
        assertThat(fixture.record(group, id, new Entry(EntryKind.GUIDE_CHANGED, DAY.plusDays(9), "L1"))
                        .standing()
                        .guide())
                .isEqualTo("L1");
    }

    private List<Refusal> refusals(GroupView group, long id, Entry entry) {
        return register.record(worker(group), group.slug(), id, null, entry).refusals();
    }

    @Test
    void aHistoryIsWrittenAsOneAfterTheOtherOrNotAtAll() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.waiting(group, 1, 1992, DAY).id();
        List<Entry> history = List.of(
                Entry.admitted(DAY, "L1"),
                Entry.of(EntryKind.ACTIVITY_STARTED, DAY.plusDays(10), ActivityCategory.WORK),
                Entry.of(EntryKind.DISCHARGED, DAY.plusDays(90), DischargeReason.GOAL_REACHED));
        List<Entry> wrong = new ArrayList<>(history);
        wrong.add(Entry.of(EntryKind.PLAN_REVIEWED, DAY.plusDays(95)));

        assertThat(register.record(worker(group), group.slug(), id, null, wrong).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterFault.NOT_ENROLLED);
        assertThat(register.find(worker(group), group.slug(), id, DAY.plusDays(200))
                        .get()
                        .standing()
                        .state())
                .isEqualTo(State.WAITING);

        long lines = linesOf(group, id);
        ParticipantView written =
                register.record(worker(group), group.slug(), id, null, history).get();
        assertThat(written.entries()).extracting(ParticipantView.Written::entry).containsSubsequence(history);
        assertThat(written.entries())
                .isEqualTo(register.find(worker(group), group.slug(), id, DAY.plusDays(200))
                        .get()
                        .entries());
        assertThat(linesOf(group, id)).isEqualTo(lines + history.size());
    }

    private long linesOf(GroupView group, long id) {
        return database.createNativeQuery(
                        "select count(*) from audit_event where action = 'PARTICIPANT_RECORDED' and subject = ?1",
                        Long.class)
                .setParameter(1, "group/" + group.slug() + "/participant/" + id)
                .getSingleResult();
    }

    @Test
    void theGroupAtAGlanceFollowsEveryEntryAlsoAStruckOne() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        fixture.record(group, id, Entry.of(EntryKind.SUPPORT_STARTED, DAY));
        fixture.record(group, id, Entry.of(EntryKind.ACTIVITY_STARTED, LocalDate.now(clock), ActivityCategory.WORK));
        fixture.waiting(group, 2, 1992, DAY);
        RegisterService.Overview now = overview(group);
        assertThat(now.byState()).isEqualTo(Map.of(State.ADMITTED, 1L, State.WAITING, 1L));
        assertThat(now.guideLoad()).containsEntry("L1", 1L).containsEntry("L2", 0L);
        assertThat(now.withSupport()).isEqualTo(1);
        assertThat(now.stalePlans()).isZero();

        register.strikeLast(worker(group), group.slug(), id, null).get();
        assertThat(overview(group).stalePlans()).isEqualTo(1);

        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(90), DischargeReason.GOAL_REACHED));
        assertThat(overview(group).byState()).isEqualTo(Map.of(State.DISCHARGED, 1L, State.WAITING, 1L));
        assertThat(overview(group).guideLoad()).containsEntry("L1", 0L);
        assertThat(overview(group).withSupport()).isZero();
        assertThat(overview(group).stalePlans()).isZero();
    }

    private RegisterService.Overview overview(GroupView group) {
        return register.overview(worker(group), group.slug()).get();
    }

    /** After each test: whatever has been written, in whatever way, what is kept is what it comes to. */
    @AfterEach
    void whatIsKeptIsWhatIsWritten() {
        for (String kept : List.of("standing", "enrolment", "group_count")) {
            assertThat(database.createNativeQuery("select count(*) from " + kept + "_mismatch", Long.class)
                            .getSingleResult())
                    .as(kept)
                    .isZero();
        }
    }

    @Test
    void whatIsKeptFollowsWhoComesBackTwiceAndMoreOnOneDay() {
        GroupView group = fixture.group("ostermalm");
        long id = fixture.admitted(group, 1, 1992, DAY).id();
        for (int days : new int[] {20, 40}) {
            fixture.record(
                    group, id, Entry.of(EntryKind.ACTIVITY_STARTED, DAY.plusDays(days - 20), ActivityCategory.WORK));
            fixture.record(group, id, Entry.of(EntryKind.PLAN_REVIEWED, DAY.plusDays(days - 10)));
            fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(days), DischargeReason.INACTIVE));
            fixture.record(group, id, Entry.of(EntryKind.INTEREST, DAY.plusDays(days), Referral.SELF));
            fixture.record(
                    group, id, Entry.of(EntryKind.ASSESSED, DAY.plusDays(days), EnumSet.allOf(TargetCriterion.class)));
            fixture.record(group, id, Entry.of(EntryKind.CONSENTED, DAY.plusDays(days), Set.of(Partner.POLICE)));
            fixture.record(group, id, Entry.admitted(DAY.plusDays(days), "L1"));
        }
        fixture.record(group, id, Entry.of(EntryKind.DISCHARGED, DAY.plusDays(40), DischargeReason.INACTIVE));
        whatIsKeptIsWhatIsWritten();
        register.strikeLast(worker(group), group.slug(), id, null).get();
        whatIsKeptIsWhatIsWritten();
        assertThat(database.createNativeQuery(
                                "select state, cast(days as text), plan_goes_on from standing where participant_id = ?1"
                                        + " order by days",
                                Tuple.class)
                        .setParameter(1, id)
                        .getResultList())
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .endsWith("ADMITTED [2014-04-12,) false");
    }
}
