package se.medel.participant.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import se.medel.refusal.Refusal;

/**
 * Tells whether an entry can be added to what is already written about a participant, and by which rule not.
 *
 * @param birthYear the only thing known of the age (A5)
 * @param before the participant's entries so far
 * @param around what the group looks like on the entry's day
 */
public record Recording(int birthYear, List<Entry> before, Surroundings around) {

    /**
     * What the group looks like; all but the areas and the day matter only to an entry that gives somebody a guide's place.
     *
     * @param limits the group's settings on the entry's day
     * @param stoppedSince the first day of an admission stop that covers the entry's day, else null (P7)
     * @param guides the codes of the guides that work on the day
     * @param guideLoad the participants that the entry's guide has, this one not counted (P5)
     * @param supportLoad the enrolled participants with income support, this one not counted (P6)
     * @param areas the areas that the group works in on the day (P14)
     * @param today the day it is
     */
    public record Surroundings(
            Limits limits,
            LocalDate stoppedSince,
            Set<String> guides,
            int guideLoad,
            int supportLoad,
            Set<String> areas,
            LocalDate today) {}

    /** Every reason against the entry; empty when it can be recorded. */
    public List<Refusal> refusals(Entry entry) {
        List<Refusal> faults = new ArrayList<>();
        if (entry.day() == null) {
            return List.of(Refusal.of(RegisterFault.DAY_MISSING).at("day"));
        }
        if (!Period.isThinkable(entry.day())) {
            return List.of(Refusal.of(RegisterFault.DAY_OUT_OF_RANGE, Period.EARLIEST, around.today())
                    .at("day"));
        }
        if (entry.day().isAfter(around.today())) {
            faults.add(Refusal.of(RegisterFault.DAY_IN_FUTURE).at("day"));
        }
        value(entry, faults);
        // The rules look at everything that is written, also what is dated later: an entry in between must fit both
        // ways,
        // which the order of days below sees to.
        Standing now = Standing.on(LocalDate.MAX, before);
        order(entry, faults);
        if (faults.isEmpty()) {
            consent(entry, now, faults);
            if (entry.kind().leadsTo() != null) {
                state(entry, now, faults);
            }
            others(entry, now, faults);
        }
        return faults;
    }

    private void value(Entry entry, List<Refusal> faults) {
        Class<? extends Enum<?>> words = entry.kind().words();
        // An assessment that finds nothing met is an assessment.
        if (entry.kind().takesValue() && entry.values().isEmpty() && entry.kind() != EntryKind.ASSESSED) {
            faults.add(Refusal.of(RegisterFault.CHOICE_MISSING).at("value"));
        } else if (words != null && !allAmong(entry.values(), words)) {
            faults.add(Refusal.of(RegisterFault.CHOICE_UNKNOWN).at("value"));
        } else if (entry.values().stream().distinct().count() < entry.values().size()
                || !entry.kind().takesSeveral() && entry.values().size() > 1
                || !entry.kind().takesValue() && !entry.values().isEmpty()) {
            faults.add(Refusal.of(RegisterFault.CHOICE_UNKNOWN).at("value"));
        } else if (entry.kind().takesGuide() && !around.guides().contains(entry.value())) {
            faults.add(Refusal.of(RegisterFault.GUIDE_UNKNOWN).at("value").by("P5"));
        } else if (entry.kind() == EntryKind.LIVES_IN && !around.areas().contains(entry.value())) {
            faults.add(Refusal.of(RegisterFault.AREA_UNKNOWN).at("value").by("P14"));
        }
    }

    private static boolean allAmong(List<String> values, Class<? extends Enum<?>> words) {
        return values.stream().allMatch(value -> Arrays.stream(words.getEnumConstants())
                .anyMatch(word -> word.name().equals(value)));
    }

    /** Entries about one thing come in the order of their days, so that what they come to is never two things at once. */
    private void order(Entry entry, List<Refusal> faults) {
        before.stream()
                .filter(earlier -> isOfOneThing(earlier.kind(), entry.kind()))
                .map(Entry::day)
                .filter(day -> day.isAfter(entry.day()))
                .max(LocalDate::compareTo)
                .ifPresent(latest -> faults.add(
                        Refusal.of(RegisterFault.DAY_BEFORE_LATEST, latest).at("day")));
    }

    private static boolean isOfOneThing(EntryKind earlier, EntryKind later) {
        // What is written about a participant begins with the arrival, and ends with a consent that is withdrawn.
        return earlier == later
                || earlier == EntryKind.INTEREST
                || thing(earlier).equals(thing(later))
                || (earlier == EntryKind.CONSENT_WITHDRAWN && later != EntryKind.DISCHARGED)
                || later == EntryKind.CONSENT_WITHDRAWN
                // Admission rests on the assessment and the consent (P2, P3).
                || (later == EntryKind.ADMITTED && (earlier == EntryKind.ASSESSED || earlier == EntryKind.CONSENTED));
    }

    private static String thing(EntryKind kind) {
        return switch (kind) {
            case INTEREST, WAITING, ADMITTED, RESTING, DISCHARGED, GUIDE_CHANGED -> "state";
            case CONSENTED, CONSENT_WITHDRAWN -> "consent";
            case EVALUATION_CONSENTED, EVALUATION_WITHDRAWN -> "evaluation";
            case SUPPORT_STARTED, SUPPORT_ENDED -> "support";
            case ACTIVITY_STARTED, ACTIVITY_ENDED -> "plan";
            case ASSESSED, PLAN_REVIEWED, OUTCOME, LIVES_IN -> kind.name();
        };
    }

    private static void consent(Entry entry, Standing now, List<Refusal> faults) {
        boolean closed = now.consentWithdrawnOn() != null;
        boolean mayFollow = entry.kind() == EntryKind.DISCHARGED
                // Who comes again, and consents again, begins anew.
                || now.state() == State.DISCHARGED && (entry.kind() == EntryKind.CONSENTED);
        if (closed && !mayFollow) {
            faults.add(Refusal.of(RegisterFault.CONSENT_IS_WITHDRAWN).by("P2"));
        } else if (entry.kind() == EntryKind.CONSENT_WITHDRAWN && now.consentedOn() == null) {
            faults.add(Refusal.of(RegisterFault.ALREADY_SO).by("P2"));
        }
    }

    private void state(Entry entry, Standing now, List<Refusal> faults) {
        State next = entry.kind().leadsTo();
        boolean follows = now.state() == null
                ? next == State.INTEREST
                : now.state().next().contains(next);
        if (!follows) {
            faults.add(
                    now.state() == null
                            ? Refusal.of(RegisterFault.STATE_DOES_NOT_FOLLOW, State.INTEREST, next)
                            : Refusal.of(RegisterFault.STATE_DOES_NOT_FOLLOW, now.state(), next));
        } else if (next == State.ADMITTED) {
            admission(entry, now, faults);
        }
    }

    /** Who is admitted, and who comes back from resting; the latter has been admitted already and needs only the place. */
    private void admission(Entry entry, Standing now, List<Refusal> faults) {
        Limits limits = around.limits();
        if (!now.isEnrolled()) {
            if (!now.hasConsent()) {
                faults.add(Refusal.of(RegisterFault.CONSENT_MISSING).by("P2"));
            }
            if (now.assessedOn() == null) {
                faults.add(Refusal.of(RegisterFault.ASSESSMENT_MISSING).by("P3"));
            } else if (!now.isInTargetGroup()) {
                faults.add(Refusal.of(RegisterFault.NOT_IN_TARGET_GROUP).by("P3"));
            }
            int age = entry.day().getYear() - birthYear;
            if (age < limits.youngest() || age > limits.oldest()) {
                faults.add(Refusal.of(RegisterFault.OUTSIDE_AGE_BAND, limits.youngest(), limits.oldest())
                        .by("M6"));
            }
            if (now.hasSupport() && around.supportLoad() >= limits.mostWithSupport()) {
                faults.add(Refusal.of(RegisterFault.SUPPORT_FULL, limits.mostWithSupport())
                        .by("P6"));
            }
            if (around.stoppedSince() != null) {
                faults.add(Refusal.of(RegisterFault.ADMISSION_STOPPED, around.stoppedSince())
                        .at("day")
                        .by("P7"));
            }
        }
        place(faults);
    }

    private void place(List<Refusal> faults) {
        if (around.guideLoad() >= around.limits().placesPerGuide()) {
            faults.add(Refusal.of(RegisterFault.GUIDE_FULL, around.limits().placesPerGuide())
                    .at("value")
                    .by("P5"));
        }
    }

    private void others(Entry entry, Standing now, List<Refusal> faults) {
        boolean alreadySo =
                switch (entry.kind()) {
                    case SUPPORT_STARTED -> now.hasSupport();
                    case SUPPORT_ENDED -> !now.hasSupport();
                    case ACTIVITY_STARTED -> isGoingOn(entry, now);
                    case ACTIVITY_ENDED -> !isGoingOn(entry, now);
                    case EVALUATION_CONSENTED -> now.evaluationConsent();
                    case EVALUATION_WITHDRAWN -> !now.evaluationConsent();
                    case GUIDE_CHANGED -> entry.value().equals(now.guide());
                    default -> false;
                };
        if (alreadySo) {
            faults.add(Refusal.of(RegisterFault.ALREADY_SO).at("value"));
        }
        switch (entry.kind()) {
            case GUIDE_CHANGED -> {
                if (!now.isEnrolled()) {
                    faults.add(Refusal.of(RegisterFault.NOT_ENROLLED));
                } else if (now.state() == State.ADMITTED) {
                    place(faults);
                }
            }
            case ACTIVITY_STARTED, PLAN_REVIEWED -> {
                if (!now.isEnrolled()) {
                    faults.add(Refusal.of(RegisterFault.NOT_ENROLLED).by("P11"));
                }
            }
            default -> {}
        }
    }

    private static boolean isGoingOn(Entry entry, Standing now) {
        return now.activities().containsKey(ActivityCategory.valueOf(entry.value()));
    }
}
