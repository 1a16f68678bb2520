package se.medel.participant;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import se.medel.participant.GroupView.Area;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.TargetCriterion;
import se.medel.round.RoundFixture;
import se.medel.user.Actor;

/** Groups of their own for tests, with codes that no other test has. */
@ApplicationScoped
public class ParticipantFixture {

    public static final LocalDate FIRST = LocalDate.of(2013, 1, 1);

    /** The others keep no register in any test, so that whichever clients they claim are taken. */
    private static final Set<String> KEEPERS = Set.of(
            "hasselby-vallingby",
            "kungsholmen",
            "norrmalm",
            "ostermalm",
            "rinkeby-kista",
            "sodermalm",
            "spanga-tensta");

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    GroupService groups;

    @Inject
    RegisterService register;

    /** A new group of these districts with one area each, named as the district, and the guides L1 and L2. */
    public GroupView group(String... districts) {
        assertThat(KEEPERS).contains(districts);
        int number = COUNT.incrementAndGet();
        String prefix = "" + (char) ('A' + number / 676) + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
        List<Area> areas =
                Arrays.stream(districts).map(one -> new Area(one, one, FIRST)).toList();
        GroupView group = groups.create(
                        RoundFixture.OFFICER,
                        new GroupService.NewGroup(
                                "provgrupp-" + number, "Provgrupp " + number, "P" + prefix, List.of(districts), areas))
                .get();
        groups.addGuide(worker(group), group.slug(), "L1", FIRST).get();
        groups.addGuide(worker(group), group.slug(), "L2", FIRST).get();
        return group;
    }

    public static Actor worker(GroupView group) {
        return RoundFixture.officerOf(group.districts().get(0));
    }

    public static String code(GroupView group, int number) {
        return group.pattern().prefix() + "-" + number;
    }

    /** Somebody who has come. */
    public ParticipantView arrived(GroupView group, int number, int birthYear, LocalDate day) {
        return register.arrive(
                        worker(group),
                        group.slug(),
                        new RegisterService.Arrival(
                                code(group, number),
                                birthYear,
                                group.areas().get(0).name(),
                                Referral.POLICE,
                                day))
                .get();
    }

    /** Somebody who waits, with assessment and consent. */
    public ParticipantView waiting(GroupView group, int number, int birthYear, LocalDate day) {
        ParticipantView one = arrived(group, number, birthYear, day);
        record(group, one.id(), Entry.of(EntryKind.ASSESSED, day, EnumSet.allOf(TargetCriterion.class)));
        record(group, one.id(), Entry.of(EntryKind.CONSENTED, day, Set.of(Partner.POLICE, Partner.PROBATION)));
        return record(group, one.id(), Entry.of(EntryKind.WAITING, day));
    }

    /** Somebody who is admitted, with L1. */
    public ParticipantView admitted(GroupView group, int number, int birthYear, LocalDate day) {
        ParticipantView one = waiting(group, number, birthYear, day);
        return record(group, one.id(), Entry.admitted(day, number % 2 == 0 ? "L2" : "L1"));
    }

    public ParticipantView record(GroupView group, long id, Entry entry) {
        return register.record(worker(group), group.slug(), id, null, entry).get();
    }
}
