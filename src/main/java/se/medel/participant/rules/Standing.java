package se.medel.participant.rules;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a participant's entries come to on a day. Entries of the same day count in the order they were written.
 *
 * @param state null before the participant came
 * @param since the day of the latest change of state
 * @param waitingSince the day of arrival on the waiting list, null where the participant isn't waiting (P4)
 * @param referral how the participant came, the last time
 * @param area where the participant lives (P14)
 * @param guide the main guide, kept as the contact while resting; null when not enrolled (P5)
 * @param assessedOn the day of the latest assessment, null without one (P3)
 * @param met what the latest assessment found
 * @param consentedOn the day of the written consent that holds or was withdrawn; null without one (P2)
 * @param opensBetween the authorities that the consent opens between
 * @param consentWithdrawnOn the day, null while the consent holds
 * @param evaluationConsent whether the evaluation may count the participant (P13)
 * @param support the periods with income support (P6)
 * @param activities the plan's activities that go on, with the day each began (P11)
 * @param planReviewedOn the day the plan was last gone through or changed, null without a plan
 * @param outcomes every counted outcome (P12)
 * @param enrolments every time in the group, the first one first
 */
public record Standing(
        State state,
        LocalDate since,
        LocalDate waitingSince,
        Referral referral,
        String area,
        String guide,
        LocalDate assessedOn,
        Set<TargetCriterion> met,
        LocalDate consentedOn,
        Set<Partner> opensBetween,
        LocalDate consentWithdrawnOn,
        boolean evaluationConsent,
        List<Period> support,
        Map<ActivityCategory, LocalDate> activities,
        LocalDate planReviewedOn,
        List<Entry> outcomes,
        List<Enrolment> enrolments) {

    /** What the entries up to and including a day come to. */
    public static Standing on(LocalDate day, List<Entry> entries) {
        Sum sum = new Sum();
        entries.stream()
                .filter(entry -> !entry.day().isAfter(day))
                // A stable sort: the order of writing decides within a day.
                .sorted(Comparator.comparing(Entry::day))
                .forEach(sum::add);
        return sum.standing();
    }

    public boolean isEnrolled() {
        return state != null && state.isEnrolled();
    }

    /** P2: whether a consent holds. */
    public boolean hasConsent() {
        return consentedOn != null && consentWithdrawnOn == null;
    }

    public boolean hasSupport() {
        return !support.isEmpty() && support.get(support.size() - 1).until() == null;
    }

    /** P3: whether there is an assessment and all of it was met. */
    public boolean isInTargetGroup() {
        return assessedOn != null && met.containsAll(EnumSet.allOf(TargetCriterion.class));
    }

    /** P11: whether the plan has anything that goes on. */
    public boolean hasLivePlan() {
        return !activities.isEmpty();
    }

    /** P11: enrolled, but without a plan, or with one that nobody has gone through for too long. */
    public boolean isPlanStale(LocalDate today, Limits limits) {
        return isEnrolled() && limits.isPlanStale(activities.size(), planReviewedOn, today);
    }

    /** P12: the months in the group up to a day, all times added up; one decimal, half up, of 365.25 / 12 days each. */
    public BigDecimal monthsEnrolled(LocalDate day) {
        long days = enrolments.stream()
                .mapToLong(one -> ChronoUnit.DAYS.between(one.from(), one.until() == null ? day : one.until()))
                .sum();
        return BigDecimal.valueOf(days).multiply(BigDecimal.valueOf(48)).divide(BigDecimal.valueOf(1461), 1, HALF_UP);
    }

    /**
     * What can be written next as far as the participant goes; whether the group has room is told when it is written. Nobody
     * is offered admission before consent and assessment (P2, P3).
     */
    public Set<EntryKind> possible() {
        if (state == null) {
            return EnumSet.of(EntryKind.INTEREST);
        }
        if (consentWithdrawnOn != null) {
            // P2: after a withdrawal only the discharge; who comes again consents anew first.
            return EnumSet.of(state == State.DISCHARGED ? EntryKind.CONSENTED : EntryKind.DISCHARGED);
        }
        Set<EntryKind> kinds = EnumSet.allOf(EntryKind.class);
        kinds.removeIf(kind -> !isPossible(kind));
        return kinds;
    }

    private boolean isPossible(EntryKind kind) {
        return switch (kind) {
            case ADMITTED ->
                state.next().contains(State.ADMITTED) && (isEnrolled() || hasConsent() && isInTargetGroup());
            case INTEREST, WAITING, RESTING, DISCHARGED -> state.next().contains(kind.leadsTo());
            case ASSESSED, CONSENTED, OUTCOME, LIVES_IN -> true;
            case CONSENT_WITHDRAWN -> hasConsent();
            case EVALUATION_CONSENTED -> !evaluationConsent;
            case EVALUATION_WITHDRAWN -> evaluationConsent;
            case GUIDE_CHANGED, ACTIVITY_STARTED, PLAN_REVIEWED -> isEnrolled();
            case ACTIVITY_ENDED -> hasLivePlan();
            case SUPPORT_STARTED -> !hasSupport();
            case SUPPORT_ENDED -> hasSupport();
        };
    }

    /** Adds entries up, one by one. */
    private static final class Sum {
        private State state;
        private LocalDate since;
        private LocalDate waitingSince;
        private Referral referral;
        private String area;
        private String guide;
        private LocalDate assessedOn;
        private final Set<TargetCriterion> met = EnumSet.noneOf(TargetCriterion.class);
        private LocalDate consentedOn;
        private final Set<Partner> opensBetween = EnumSet.noneOf(Partner.class);
        private LocalDate consentWithdrawnOn;
        private boolean evaluationConsent;
        private final List<Period> support = new ArrayList<>();
        private final Map<ActivityCategory, LocalDate> activities = new EnumMap<>(ActivityCategory.class);
        private LocalDate planReviewedOn;
        private final List<Entry> outcomes = new ArrayList<>();
        private final List<Enrolment> enrolments = new ArrayList<>();

        void add(Entry entry) {
            LocalDate day = entry.day();
            if (entry.kind().leadsTo() != null) {
                enter(entry);
            }
            switch (entry.kind()) {
                case INTEREST -> referral = Referral.valueOf(entry.value());
                case GUIDE_CHANGED -> guide = entry.value();
                case ASSESSED -> {
                    assessedOn = day;
                    met.clear();
                    entry.values().forEach(value -> met.add(TargetCriterion.valueOf(value)));
                }
                case CONSENTED -> {
                    consentedOn = day;
                    consentWithdrawnOn = null;
                    opensBetween.clear();
                    entry.values().forEach(value -> opensBetween.add(Partner.valueOf(value)));
                }
                case CONSENT_WITHDRAWN -> consentWithdrawnOn = day;
                case EVALUATION_CONSENTED -> evaluationConsent = true;
                case EVALUATION_WITHDRAWN -> evaluationConsent = false;
                case SUPPORT_STARTED -> support.add(new Period(day, null));
                case SUPPORT_ENDED -> endSupport(day);
                case ACTIVITY_STARTED -> {
                    activities.putIfAbsent(ActivityCategory.valueOf(entry.value()), day);
                    planReviewedOn = day;
                }
                case ACTIVITY_ENDED -> {
                    activities.remove(ActivityCategory.valueOf(entry.value()));
                    planReviewedOn = day;
                }
                case PLAN_REVIEWED -> planReviewedOn = day;
                case OUTCOME -> outcomes.add(entry);
                case LIVES_IN -> area = entry.value();
                case WAITING, ADMITTED, RESTING, DISCHARGED -> {}
            }
        }

        private void enter(Entry entry) {
            State next = entry.kind().leadsTo();
            boolean wasEnrolled = state != null && state.isEnrolled();
            if (next == State.ADMITTED) {
                guide = entry.value();
                if (!wasEnrolled) {
                    enrolments.add(new Enrolment(entry.day(), null, null, area));
                }
            } else if (next == State.DISCHARGED) {
                if (wasEnrolled) {
                    Enrolment open = enrolments.remove(enrolments.size() - 1);
                    enrolments.add(new Enrolment(
                            open.from(), entry.day(), DischargeReason.valueOf(entry.value()), open.area()));
                }
                guide = null;
                activities.clear();
            }
            waitingSince = next == State.WAITING ? entry.day() : null;
            state = next;
            since = entry.day();
        }

        private void endSupport(LocalDate day) {
            if (!support.isEmpty() && support.get(support.size() - 1).until() == null) {
                Period open = support.remove(support.size() - 1);
                support.add(new Period(open.from(), day));
            }
        }

        Standing standing() {
            return new Standing(
                    state,
                    since,
                    waitingSince,
                    referral,
                    area,
                    guide,
                    assessedOn,
                    Set.copyOf(met),
                    consentedOn,
                    Set.copyOf(opensBetween),
                    consentWithdrawnOn,
                    evaluationConsent,
                    List.copyOf(support),
                    java.util.Collections.unmodifiableMap(new EnumMap<>(activities)),
                    planReviewedOn,
                    List.copyOf(outcomes),
                    List.copyOf(enrolments));
        }
    }
}
