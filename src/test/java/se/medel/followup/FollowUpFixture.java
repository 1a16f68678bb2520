package se.medel.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import se.medel.participant.GroupService;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.participant.RegisterService;
import se.medel.participant.RegisterService.Arrival;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RestingReason;
import se.medel.participant.rules.TargetCriterion;

/**
 * The history that S0 5.2.2 tells of the joint project, January 2014 to November 2016, entered as guides would have: 108 came, 96
 * were enrolled, 15 of them twice, 38 were offered team jobs, 16 youth jobs, 19 cases were closed to ordinary work, 50 for another
 * reason, 27 are open, 8.9 months on average. What S0 doesn't tell, such as how they came, is invented.
 */
@ApplicationScoped
public class FollowUpFixture {

    static final LocalDate FROM = LocalDate.of(2014, 1, 1);
    static final LocalDate TO = LocalDate.of(2016, 11, 30);

    private static final int CAME = 108;
    private static final int ENROLLED = 96;
    private static final int TWICE = 15;
    private static final int CLOSED_TO_WORK = 19;
    private static final int CLOSED = 69;
    private static final int TEAM_JOBS = 38;
    private static final int YOUTH_JOBS = 16;
    private static final int AVERAGE_DAYS = 271;

    private static GroupView history;

    @Inject
    ParticipantFixture participants;

    @Inject
    RegisterService register;

    @Inject
    GroupService groups;

    /** The group with the history; the same for all tests, which only read it. */
    public synchronized GroupView history() {
        if (history == null) {
            history = enter(participants.group("rinkeby-kista", "spanga-tensta"));
        }
        return history;
    }

    private GroupView enter(GroupView group) {
        groups.setLimits(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new Limits(FROM.minusYears(1), 100, 40, 19, 29, 90))
                .get();
        for (int number = 0; number < CAME; number++) {
            long id = came(group, number);
            if (number < ENROLLED) {
                enrol(group, id, number);
            } else {
                record(
                        group,
                        id,
                        number % 2 == 0 ? Entry.of(EntryKind.WAITING, TO.minusDays(20)) : discharged(number, TO));
            }
        }
        return group;
    }

    private long came(GroupView group, int number) {
        LocalDate day = number < ENROLLED ? admittedOn(number).minusDays(10) : LocalDate.of(2016, 6, 1);
        return register.arrive(
                        ParticipantFixture.worker(group),
                        group.slug(),
                        new Arrival(
                                ParticipantFixture.code(group, number),
                                1992,
                                group.areas().get(number % 2).name(),
                                Referral.values()[number % 4],
                                day))
                .get()
                .id();
    }

    private void enrol(GroupView group, long id, int number) {
        LocalDate admitted = admittedOn(number);
        record(group, id, Entry.of(EntryKind.ASSESSED, admitted, EnumSet.allOf(TargetCriterion.class)));
        record(group, id, Entry.of(EntryKind.CONSENTED, admitted, Set.of(Partner.POLICE)));
        if (number % 3 != 0) {
            record(group, id, Entry.of(EntryKind.EVALUATION_CONSENTED, admitted));
        }
        record(group, id, Entry.admitted(admitted, number % 2 == 0 ? "L1" : "L2"));
        if (number % 4 == 0) {
            record(group, id, Entry.of(EntryKind.SUPPORT_STARTED, admitted));
        }
        int days = days(number);
        LocalDate end = admitted.plusDays(days);
        if (number < TWICE) {
            LocalDate pause = admitted.plusDays(days / 3);
            record(group, id, Entry.of(EntryKind.DISCHARGED, pause, DischargeReason.NO_CONTACT));
            record(group, id, Entry.of(EntryKind.WAITING, pause.plusDays(30)));
            record(group, id, Entry.admitted(pause.plusDays(60), "L1"));
            end = end.plusDays(60);
        }
        if (number < TEAM_JOBS) {
            record(group, id, Entry.of(EntryKind.OUTCOME, end.minusDays(30), OutcomeKind.TEAM_JOB));
        } else if (number < TEAM_JOBS + YOUTH_JOBS) {
            record(group, id, Entry.of(EntryKind.OUTCOME, end.minusDays(30), OutcomeKind.YOUTH_JOB));
        }
        if (number < CLOSED) {
            OutcomeKind closed = number < CLOSED_TO_WORK ? OutcomeKind.ORDINARY_JOB : OutcomeKind.ENDED_OTHER;
            record(group, id, Entry.of(EntryKind.OUTCOME, end, closed));
            record(
                    group,
                    id,
                    number < CLOSED_TO_WORK
                            ? Entry.of(EntryKind.DISCHARGED, end, DischargeReason.GOAL_REACHED)
                            : discharged(number, end));
        } else {
            open(group, id, number);
        }
    }

    /** Of the 27 who take part on the last day 7 rest; 15 have a plan that was gone through, 6 one that wasn't, 6 have none. */
    private void open(GroupView group, long id, int number) {
        if (number < CLOSED + 7) {
            record(group, id, Entry.of(EntryKind.RESTING, TO.minusDays(20), RestingReason.STABLE));
        }
        if (number < CLOSED + 15) {
            record(group, id, Entry.of(EntryKind.ACTIVITY_STARTED, TO.minusDays(100), ActivityCategory.WORK));
            record(group, id, Entry.of(EntryKind.PLAN_REVIEWED, TO.minusDays(10)));
        } else if (number < CLOSED + 21) {
            record(group, id, Entry.of(EntryKind.ACTIVITY_STARTED, TO.minusDays(100), ActivityCategory.STUDIES));
        }
    }

    private static Entry discharged(int number, LocalDate day) {
        DischargeReason[] others = DischargeReason.values();
        return Entry.of(EntryKind.DISCHARGED, day, others[number % others.length]);
    }

    private static LocalDate admittedOn(int number) {
        return number < CLOSED ? LocalDate.of(2014, 1, 15).plusDays(9L * number) : TO.minusDays(days(number));
    }

    /** The days in the group, all times together: from half a year to a year, and 271 on average. */
    private static int days(int number) {
        return number < 91 ? AVERAGE_DAYS + 30 * (number % 7 - 3) : AVERAGE_DAYS;
    }

    void record(GroupView group, long id, Entry entry) {
        participants.record(group, id, entry);
    }
}
