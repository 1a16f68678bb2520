package se.medel.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.audit.AuditTrail;
import se.medel.database.TestDatabase;
import se.medel.followup.FollowUpService.Wanted;
import se.medel.followup.Register.Population;
import se.medel.followup.rules.Counts;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Figures;
import se.medel.followup.rules.Figures.Repeated;
import se.medel.followup.rules.Span;
import se.medel.participant.GroupService;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.participant.RegisterRefusal;
import se.medel.participant.RegisterService;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RestingReason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FollowUpServiceTest {

    private static final Actor EVALUATOR = new Actor("utvarderare", Role.EVALUATOR, null);
    private static final Wanted YEAR_2014 = new Wanted("2014", null, null);

    @Inject
    FollowUpFixture fixture;

    @Inject
    ParticipantFixture participants;

    @Inject
    GroupService groups;

    @Inject
    RegisterService entries;

    @Inject
    FollowUpService service;

    @Inject
    Register register;

    @Inject
    AuditTrail trail;

    @Inject
    TestClock clock;

    @AfterEach
    void theClockGoesOn() {
        clock.go();
    }

    private Figures own(GroupView group, LocalDate from, LocalDate to) {
        return service.ofGroup(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new Wanted(null, from.toString(), to.toString()))
                .get()
                .figures();
    }

    @Test
    void theRegisterGivesBackTheTableOfTheEvaluation() {
        Figures figures = own(fixture.history(), FollowUpFixture.FROM, FollowUpFixture.TO);
        assertThat(figures.came()).isEqualTo(108);
        assertThat(figures.admitted()).isEqualTo(new Repeated(96L, 15L));
        assertThat(figures.tookPart()).isEqualTo(96);
        assertThat(figures.meanMonths()).hasToString("8.9");
        assertThat(figures.outcomes())
                .containsEntry(OutcomeKind.TEAM_JOB, new Repeated(38L, 0L))
                .containsEntry(OutcomeKind.YOUTH_JOB, new Repeated(16L, 0L));
        assertThat(figures.course()).containsEntry(Course.ORDINARY_WORK, 19L);
        assertThat(figures.closedOtherwise()).isEqualTo(50);
        assertThat(figures.enrolled()).isEqualTo(27);
    }

    @Test
    void whereEverybodyStandsIsCountedAsOfTheLastDay() {
        Figures figures = own(fixture.history(), FollowUpFixture.FROM, FollowUpFixture.TO);
        assertThat(figures.waiting()).isEqualTo(6);
        assertThat(figures.course()).containsEntry(Course.ACTIVE, 20L).containsEntry(Course.RESTING, 7L);
        assertThat(figures.livePlanPercent()).isEqualTo(78);
        assertThat(figures.stalePlans()).isEqualTo(12);
        assertThat(figures.support()).hasSize(35);
        Figures before = own(fixture.history(), FollowUpFixture.FROM, FollowUpFixture.TO.minusDays(30));
        assertThat(before.waiting()).isZero();
        assertThat(before.course()).containsEntry(Course.RESTING, 0L);
    }

    @Test
    void aParticipantIsCountedInEachPeriodByWhatHadHappenedByThen() {
        GroupView group = participants.group("norrmalm");
        LocalDate day = LocalDate.of(2014, 3, 3);
        long id = participants.admitted(group, 1, 1992, day).id();
        fixture.record(group, id, Entry.of(EntryKind.SUPPORT_STARTED, day));
        fixture.record(group, id, Entry.of(EntryKind.RESTING, LocalDate.of(2014, 6, 1), RestingReason.IN_CUSTODY));
        fixture.record(group, id, Entry.of(EntryKind.OUTCOME, LocalDate.of(2015, 2, 1), OutcomeKind.TEAM_JOB));
        fixture.record(group, id, Entry.of(EntryKind.OUTCOME, LocalDate.of(2015, 3, 1), OutcomeKind.TEAM_JOB));
        fixture.record(
                group, id, Entry.of(EntryKind.DISCHARGED, LocalDate.of(2015, 6, 30), DischargeReason.GOAL_REACHED));
        fixture.record(group, id, Entry.of(EntryKind.INTEREST, LocalDate.of(2016, 2, 1), Referral.SELF));

        Figures first = own(group, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        assertThat(first.cameBy()).containsEntry(Referral.POLICE, 1L);
        assertThat(first.course()).containsEntry(Course.RESTING, 1L).containsEntry(Course.GOAL_REACHED, 0L);
        assertThat(first.outcomes().get(OutcomeKind.TEAM_JOB).persons()).isZero();
        assertThat(first.support().stream().map(Figures.Load::persons))
                .containsExactly(0L, 0L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(first.support().get(0).cap()).isEqualTo(40);

        Figures second = own(group, LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31));
        assertThat(second.came()).isZero();
        assertThat(second.admitted().persons()).isZero();
        assertThat(second.tookPart()).isEqualTo(1);
        assertThat(second.course()).containsEntry(Course.GOAL_REACHED, 1L);
        assertThat(second.outcomes()).containsEntry(OutcomeKind.TEAM_JOB, new Repeated(1L, 1L));
        // 3 March 2014 to 30 June 2015: 484 days.
        assertThat(second.meanMonths()).hasToString("15.9");
        assertThat(second.livePlanPercent()).isNull();

        Figures third = own(group, LocalDate.of(2016, 1, 1), LocalDate.of(2016, 12, 31));
        assertThat(third.cameBy()).containsEntry(Referral.SELF, 1L).containsEntry(Referral.POLICE, 0L);
        assertThat(third.tookPart()).isZero();
        assertThat(third.meanMonths()).isNull();
    }

    @Test
    void outsidersSeeOnlyWhatIsFiveOrMoreAndTheSameInBothReports() {
        GroupView group = fixture.history();
        Figures exact = own(group, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        Report all = service.ofAll(RoundFixture.DIRECTOR, YEAR_2014).get();
        Report one =
                service.ofGroup(RoundFixture.DIRECTOR, group.slug(), YEAR_2014).get();
        assertThat(one.exact()).isFalse();
        assertThat(one.guides()).isEmpty();
        assertThat(all.groups()).contains(new Report.OfGroup(one.group(), one.figures()));
        assertThat(one.figures().tookPart()).isIn(exact.tookPart(), null);
        exact.course().forEach((place, persons) -> {
            Long told = one.figures().course().get(place);
            assertThat(told).isIn(persons < 5 ? null : persons, null);
        });
        assertThat(one.figures().hidesAny()).isTrue();
    }

    @Test
    void theEvaluatorCountsOnlyThoseWhoConsentToTheEvaluation() {
        GroupView group = fixture.history();
        Report officer =
                service.ofGroup(RoundFixture.OFFICER, group.slug(), YEAR_2014).get();
        Report evaluator = service.ofGroup(EVALUATOR, group.slug(), YEAR_2014).get();
        assertThat(evaluator.consentedOnly()).isTrue();
        assertThat(officer.consentedOnly()).isFalse();
        assertThat(evaluator.figures().support())
                .allSatisfy(load -> assertThat(load.cap()).isNull());
        assertThat(officer.figures().support())
                .allSatisfy(load -> assertThat(load.cap()).isEqualTo(40));
    }

    @Test
    void aConsentToTheEvaluationIsWhatIsCountedAndNotTheConsentToTakePart() {
        String slug = fixture.history().slug();
        Span span = new Span(FollowUpFixture.FROM, FollowUpFixture.TO);
        Counts counted =
                register.count(new Population(slug, true), span, List.of(slug)).all();
        // Two of three.
        assertThat(counted.admitted().persons()).isEqualTo(64);
        assertThat(Figures.exact(counted).tookPart()).isEqualTo(64);
        assertThat(counted.waiting()).isZero();
    }

    @Test
    void ownPeopleSeeEachGuidesLoadOnTheLastDay() {
        GroupView group = fixture.history();
        Report report = service.ofGroup(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new Wanted(null, FollowUpFixture.FROM.toString(), FollowUpFixture.TO.toString()))
                .get();
        assertThat(report.guides()).extracting(Report.GuideLoad::guide).containsExactly("L1", "L2");
        assertThat(report.guides().stream()
                        .mapToLong(Report.GuideLoad::participants)
                        .sum())
                .isEqualTo(20);
        assertThat(report.guides().get(0).places()).isEqualTo(100);
    }

    @Test
    void aGroupThatNobodyHasComeToHasZerosForItsOwnAndNothingForOthers() {
        GroupView group = participants.group("norrmalm");
        Figures figures = own(group, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        assertThat(figures.came()).isZero();
        assertThat(figures.course())
                .allSatisfy((place, persons) -> assertThat(persons).isZero());
        assertThat(figures.meanMonths()).isNull();
        Figures outside =
                service.ofGroup(EVALUATOR, group.slug(), YEAR_2014).get().figures();
        assertThat(outside.came()).isNull();
        assertThat(outside.course())
                .allSatisfy((place, persons) -> assertThat(persons).isNull());
    }

    @Test
    void aLookAtExactFiguresStandsInTheTrail() {
        GroupView group = participants.group("norrmalm");
        service.ofGroup(ParticipantFixture.worker(group), group.slug(), YEAR_2014)
                .get();
        service.ofGroup(EVALUATOR, group.slug(), YEAR_2014).get();
        assertThat(trail.read(null, "group/" + group.slug(), 50))
                .filteredOn(line -> line.action().equals("FIGURES_READ"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.username()).isEqualTo("norrmalm");
                    assertThat(line.after()).contains("2014-01-01");
                });
    }

    @Test
    void anotherDistrictsGroupIsNotThereAndTheLookIsRecorded() {
        GroupView group = participants.group("norrmalm");
        Actor stranger = RoundFixture.officerOf("farsta");
        assertThat(service.ofGroup(stranger, group.slug(), YEAR_2014).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterRefusal.GROUP_NOT_FOUND);
        assertThat(trail.read(null, "group/" + group.slug(), 50))
                .extracting(AuditTrail.Line::action)
                .contains("ACCESS_REFUSED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DISTRICT_OFFICER", "DISTRICT_DIRECTOR", "SECRETARY", "ADMINISTRATOR"})
    void allGroupsAreOnlyForThoseWhoSeeNoneExactly(Role role) {
        Actor actor = new Actor("nagon", role, role.ofDistrict() ? "farsta" : null);
        assertThat(service.ofAll(actor, YEAR_2014).refusals())
                .extracting(Refusal::reason)
                .containsExactly(RegisterRefusal.REGISTER_NOT_FOR_ROLE);
    }

    @ParameterizedTest(name = "{0}, {1} to {2}: {3}")
    @CsvSource({
        "2016, , , FOLLOW_UP_YEAR",
        "2006, , , FOLLOW_UP_YEAR",
        "x, , , FOLLOW_UP_YEAR",
        ", 2014-01-01, 2014-12-31, FOLLOW_UP_WHOLE_YEARS",
    })
    void outsidersGetOnlyYearsThatAreOver(String year, String from, String to, FollowUpRefusal expected) {
        clock.stopAt(LocalDate.of(2016, 5, 1));
        assertThat(service.span(EVALUATOR, new Wanted(year, from, to)).refusals())
                .extracting(Refusal::reason)
                .containsExactly(expected);
        assertThat(service.span(EVALUATOR, new Wanted("2015", null, null)).isRefused())
                .isFalse();
        assertThat(service.years(EVALUATOR).get(0)).isEqualTo(2015);
    }

    @Test
    void noYearIsOfferedThatIsRefused() {
        GroupView group = participants.group("hasselby-vallingby");
        LocalDate longAgo = LocalDate.of(2001, 5, 1);
        groups.addArea(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new GroupView.Area("Gammelbyn", group.districts().get(0), longAgo))
                .get();
        entries.arrive(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new RegisterService.Arrival(
                                ParticipantFixture.code(group, 1), 1983, "Gammelbyn", Referral.POLICE, longAgo))
                .get();
        assertThat(service.years(EVALUATOR)).isNotEmpty().allSatisfy(year -> assertThat(
                        service.span(EVALUATOR, new Wanted("" + year, null, null))
                                .isRefused())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=1\n+1", "+1\r\n2", "-1", "@a\nb", "\t=1", "\n=1"})
    void aSpreadsheetTakesNoNameInTheFileForAFormula(String name) {
        Span span = Span.year(2014);
        Report report = new Report(
                new Report.Group("x", name),
                span,
                true,
                false,
                Figures.exact(Counts.none(List.of())),
                List.of(),
                List.of());
        String file = new String(CsvFile.of(report), StandardCharsets.UTF_8);
        assertThat(file.replace("\r\n\"", "\r\n")).contains("\r\n'" + name).doesNotContain("\n" + name + ";");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2014-02-30, 2014-12-31, FOLLOW_UP_DAY",
        "2014-01-01, , FOLLOW_UP_DAY",
        "2014-01-02, 2014-01-01, PERIOD_REVERSED",
        "1995-01-01, 2014-01-01, FOLLOW_UP_TOO_LONG",
        "2017-01-01, 2018-01-01, DAY_IN_FUTURE",
    })
    void aPeriodMustBeDaysInTheirOrder(String from, String to, String expected) {
        clock.stopAt(LocalDate.of(2016, 5, 1));
        List<Refusal> refusals = service.span(RoundFixture.officerOf("farsta"), new Wanted("2014", from, to))
                .refusals();
        assertThat(refusals).extracting(refusal -> refusal.reason().name()).containsExactly(expected);
    }
}
