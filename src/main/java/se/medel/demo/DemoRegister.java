package se.medel.demo;

import static se.medel.participant.rules.EntryKind.ACTIVITY_STARTED;
import static se.medel.participant.rules.EntryKind.ASSESSED;
import static se.medel.participant.rules.EntryKind.CONSENTED;
import static se.medel.participant.rules.EntryKind.DISCHARGED;
import static se.medel.participant.rules.EntryKind.EVALUATION_CONSENTED;
import static se.medel.participant.rules.EntryKind.OUTCOME;
import static se.medel.participant.rules.EntryKind.PLAN_REVIEWED;
import static se.medel.participant.rules.EntryKind.RESTING;
import static se.medel.participant.rules.EntryKind.SUPPORT_STARTED;
import static se.medel.participant.rules.EntryKind.WAITING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.medel.participant.GroupService;
import se.medel.participant.GroupView.Area;
import se.medel.participant.RegisterService;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RestingReason;
import se.medel.participant.rules.TargetCriterion;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The demo's groups and their participants: invented codes, and histories that the register would have let anybody write. */
@ApplicationScoped
class DemoRegister {

    private static final LocalDate START = LocalDate.of(2013, 1, 1);
    private static final List<String> GUIDES = List.of("L1", "L2", "L3", "L4", "L5");

    /** In the joint project; of every seven, three live in Spånga-Tensta and four in Rinkeby-Kista. */
    private static final int ADMITTED_2014 = 70;

    private static final int DISCHARGED_SINCE = 18;
    private static final int RESTING_NOW = 12;
    private static final int WAITING_NOW = 40;

    @Inject
    GroupService groups;

    @Inject
    RegisterService register;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /** The joint project, with 40 admitted, 12 resting, 40 waiting and 18 discharged, and a small group in Skärholmen. */
    void load() {
        Actor officer = new Actor("handlaggare", Role.OFFICER, null);
        groups.create(
                        officer,
                        new GroupService.NewGroup(
                                "rinkeby-tensta",
                                "Sociala insatsgruppen Rinkeby–Tensta",
                                "RT",
                                List.of("rinkeby-kista", "spanga-tensta"),
                                List.of(
                                        new Area("Rinkeby", "rinkeby-kista", START),
                                        new Area("Tensta", "spanga-tensta", START),
                                        new Area("Hjulsta", "spanga-tensta", START),
                                        new Area("Husby", "rinkeby-kista", LocalDate.of(2014, 1, 1)))))
                .get();
        Work joint = new Work("rinkeby-tensta", "RT", "spanga-tensta");
        GUIDES.forEach(joint::guide);
        // Those who have left come first, so that their guides have places when the next ones are admitted.
        for (int i = 0; i < ADMITTED_2014; i++) {
            joint.admittedIn2014(i);
        }
        for (int i = 0; i < WAITING_NOW; i++) {
            joint.waiting(ADMITTED_2014 + i, i % 2 == 0 ? "Rinkeby" : "Tensta", 12 + 7 * i);
        }
        groups.create(
                        officer,
                        new GroupService.NewGroup(
                                "skarholmen",
                                "Sociala insatsgruppen Skärholmen",
                                "SK",
                                List.of("skarholmen"),
                                List.of(
                                        new Area("Skärholmen", "skarholmen", START),
                                        new Area("Bredäng", "skarholmen", START))))
                .get();
        Work small = new Work("skarholmen", "SK", "skarholmen");
        small.guide("L1");
        for (int i = 0; i < 4; i++) {
            small.admitted(i, "Skärholmen", LocalDate.of(2014, 4, 7).plusWeeks(i), "L1", Ends.NOT);
        }
        small.waiting(4, "Bredäng", 20);
        small.waiting(5, "Skärholmen", 9);
    }

    /** How a history goes on after the admission. */
    private enum Ends {
        NOT,
        RESTING,
        DISCHARGED
    }

    /** Writes in one group's register, as one of its officers. */
    private final class Work {
        private final String group;
        private final String prefix;
        private final Actor actor;

        Work(String group, String prefix, String district) {
            this.group = group;
            this.prefix = prefix;
            this.actor = new Actor(district, Role.DISTRICT_OFFICER, district);
        }

        void guide(String code) {
            groups.addGuide(actor, group, code, START).get();
        }

        void admittedIn2014(int i) {
            boolean tensta = i % 7 < 3;
            String area = tensta ? (i % 2 == 0 ? "Tensta" : "Hjulsta") : i % 3 == 0 ? "Husby" : "Rinkeby";
            LocalDate day = LocalDate.of(2014, 1, 13).plusDays(4L * i - i / 10);
            Ends ends = i < DISCHARGED_SINCE
                    ? Ends.DISCHARGED
                    : i < DISCHARGED_SINCE + RESTING_NOW ? Ends.RESTING : Ends.NOT;
            admitted(i, area, day, GUIDES.get(i % GUIDES.size()), ends);
        }

        void admitted(int i, String area, LocalDate day, String guide, Ends ends) {
            LocalDate came = day.minusDays(20L + i % 15);
            List<Entry> history = assessed(came);
            if (i % 5 != 0) {
                history.add(Entry.of(EVALUATION_CONSENTED, day));
            }
            if (i % 2 == 0) {
                history.add(Entry.of(SUPPORT_STARTED, day.minusDays(3)));
            }
            history.add(Entry.admitted(day, guide));
            history.add(Entry.of(ACTIVITY_STARTED, day.plusDays(14), ActivityCategory.values()[i % 9]));
            if (i % 3 != 0) {
                history.add(Entry.of(OUTCOME, day.plusDays(25), OutcomeKind.JOB_CENTRE));
            }
            if (i % 4 == 1) {
                history.add(Entry.of(OUTCOME, day.plusDays(40), OutcomeKind.TEAM_JOB));
            }
            switch (ends) {
                case NOT -> {
                    if (i % 4 != 0) {
                        history.add(Entry.of(PLAN_REVIEWED, today().minusDays(10L + i)));
                    }
                }
                case RESTING -> history.add(Entry.of(RESTING, day.plusDays(45), RestingReason.values()[i % 3]));
                case DISCHARGED -> {
                    if (i % 3 == 0) {
                        history.add(Entry.of(OUTCOME, day.plusDays(58), OutcomeKind.ORDINARY_JOB));
                    }
                    history.add(Entry.of(DISCHARGED, day.plusDays(60), reason(i)));
                }
            }
            write(i, area, 1986 + (i * 7) % 10, came, history);
        }

        private DischargeReason reason(int i) {
            return i % 3 == 0 ? DischargeReason.GOAL_REACHED : DischargeReason.values()[i % 6];
        }

        /** @param days how many days ago */
        void waiting(int i, String area, int days) {
            LocalDate came = today().minusDays(days);
            List<Entry> history = assessed(came);
            history.add(Entry.of(WAITING, came));
            write(i, area, came.getYear() - 19 - i % 11, came, history);
        }

        /** Of somebody who is assessed and has consented. */
        private List<Entry> assessed(LocalDate day) {
            return new ArrayList<>(List.of(
                    Entry.of(ASSESSED, day, EnumSet.allOf(TargetCriterion.class)),
                    Entry.of(CONSENTED, day, Set.of(Partner.POLICE, Partner.EMPLOYMENT_SERVICE, Partner.PROBATION))));
        }

        private void write(int i, String area, int birthYear, LocalDate came, List<Entry> history) {
            // One transaction for them all: what is written before needn't be looked through again for each.
            database.flush();
            database.clear();
            long id = register.arrive(
                            actor,
                            group,
                            new RegisterService.Arrival(
                                    prefix + "-" + (101 + i),
                                    birthYear,
                                    area,
                                    Referral.values()[i % Referral.values().length],
                                    came))
                    .get()
                    .id();
            register.record(actor, group, id, null, history).get();
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }
    }
}
