package se.medel.participant;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.participant.RegisterDesk.Fact;
import se.medel.participant.RegisterDesk.Link;
import se.medel.participant.rules.Enrolment;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.Period;
import se.medel.participant.rules.Standing;
import se.medel.participant.rules.State;
import se.medel.participant.rules.TargetCriterion;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** What is known of a participant, in words. */
record ParticipantWords(ParticipantMsg msg, Texts texts) {

    /**
     * Facts that belong together, and what can be written about them now.
     *
     * @param warning what needs an eye, null for nothing
     * @param obstacles what stands against admission today; empty where nothing does, null where it isn't what comes next
     */
    @TemplateData
    public record Block(String title, List<Fact> facts, String warning, List<String> obstacles, List<Link> links) {}

    // In the order in which they are looked for.
    private static final List<EntryKind> OF_STATE = List.of(
            EntryKind.ADMITTED,
            EntryKind.WAITING,
            EntryKind.RESTING,
            EntryKind.DISCHARGED,
            EntryKind.INTEREST,
            EntryKind.GUIDE_CHANGED,
            EntryKind.LIVES_IN);
    private static final List<EntryKind> OF_CONSENT = List.of(
            EntryKind.ASSESSED,
            EntryKind.CONSENTED,
            EntryKind.CONSENT_WITHDRAWN,
            EntryKind.EVALUATION_CONSENTED,
            EntryKind.EVALUATION_WITHDRAWN);
    private static final List<EntryKind> OF_PLAN =
            List.of(EntryKind.PLAN_REVIEWED, EntryKind.ACTIVITY_STARTED, EntryKind.ACTIVITY_ENDED);
    private static final List<EntryKind> OF_SUPPORT = List.of(EntryKind.SUPPORT_STARTED, EntryKind.SUPPORT_ENDED);
    private static final List<EntryKind> OF_OUTCOMES = List.of(EntryKind.OUTCOME);

    /** What an entry says has happened. */
    String what(Entry entry) {
        return texts.name(entry.kind());
    }

    /** Who struck an entry that counts no more. */
    String struck(ParticipantView.Written written) {
        return msg.entryStruck(written.struckBy());
    }

    /** What it says besides; null where that is all. */
    String detail(Entry entry) {
        Class<? extends Enum<?>> words = entry.kind().words();
        if (entry.values().isEmpty()) {
            return null;
        }
        return words == null
                ? entry.value()
                : Arrays.stream(words.getEnumConstants())
                        .filter(word -> entry.values().contains(word.name()))
                        .map(texts::name)
                        .collect(Collectors.joining(", "));
    }

    /** What can be done, as a link says it. */
    static String act(Texts texts, EntryKind kind, Standing standing) {
        boolean back = kind == EntryKind.ADMITTED && standing.state() == State.RESTING;
        return texts.text("act." + kind.name() + (back ? ".back" : ""));
    }

    /** P2: what a withdrawn consent means now; null while it holds. */
    String closed(Standing standing) {
        if (standing.consentWithdrawnOn() == null) {
            return null;
        }
        String day = Formats.day(standing.consentWithdrawnOn());
        return standing.state() == State.DISCHARGED ? msg.closedDischarged(day) : msg.closedText(day);
    }

    /**
     * Everything that is known.
     *
     * @param address where the participant's pages are, null where nothing can be written because another day is shown
     */
    List<Block> blocks(ParticipantView view, GroupView group, Limits limits, List<String> obstacles, String address) {
        Standing standing = view.standing();
        return List.of(
                new Block(msg.blockState(), state(view, group), null, obstacles, links(OF_STATE, standing, address)),
                new Block(msg.blockConsent(), consent(standing), null, null, links(OF_CONSENT, standing, address)),
                new Block(
                        msg.blockPlan(),
                        plan(standing),
                        planWarning(standing, view.on(), limits),
                        null,
                        links(OF_PLAN, standing, address)),
                new Block(msg.blockSupport(), support(standing), null, null, links(OF_SUPPORT, standing, address)),
                new Block(
                        msg.blockOutcomes(),
                        outcomes(standing, view.on()),
                        null,
                        null,
                        links(OF_OUTCOMES, standing, address)));
    }

    private List<Link> links(List<EntryKind> kinds, Standing standing, String address) {
        return address == null
                ? List.of()
                : kinds.stream()
                        .filter(standing.possible()::contains)
                        .map(kind -> new Link(address + "/" + kind.wireName(), act(texts, kind, standing)))
                        .toList();
    }

    private List<Fact> state(ParticipantView view, GroupView group) {
        Standing standing = view.standing();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                msg.factState(),
                texts.name(standing.state()) + " " + msg.factSince(Formats.day(standing.since()))
                        + reason(view, standing)));
        if (standing.guide() != null) {
            facts.add(Fact.of(
                    msg.factGuide(),
                    standing.state() == State.RESTING ? msg.factGuideContact(standing.guide()) : standing.guide()));
        }
        facts.add(Fact.of(
                msg.factBorn(),
                msg.factBornAge(
                        Integer.toString(view.birthYear()),
                        Integer.toString(view.on().getYear() - view.birthYear()))));
        facts.add(Fact.of(msg.factLives(), standing.area()));
        facts.add(Fact.of(msg.factReferral(), texts.name(standing.referral())));
        return facts;
    }

    /** Why it rests or was discharged, after the state. */
    private String reason(ParticipantView view, Standing standing) {
        return view.entries().stream()
                .map(ParticipantView.Written::entry)
                .filter(entry -> entry.kind().leadsTo() == standing.state()
                        && entry.day().equals(standing.since())
                        && (entry.kind() == EntryKind.RESTING || entry.kind() == EntryKind.DISCHARGED))
                .reduce((earlier, later) -> later)
                .map(entry -> " (" + detail(entry).toLowerCase(Locale.ROOT) + ")")
                .orElse("");
    }

    private List<Fact> consent(Standing standing) {
        List<Fact> facts = new ArrayList<>();
        facts.add(assessed(standing));
        if (standing.consentWithdrawnOn() != null) {
            facts.add(
                    new Fact(msg.factConsent(), msg.factWithdrawn(Formats.day(standing.consentWithdrawnOn())), "red"));
        } else if (standing.consentedOn() == null) {
            facts.add(new Fact(msg.factConsent(), msg.factNoConsent(), "yellow"));
        } else {
            facts.add(new Fact(msg.factConsent(), msg.factConsentOn(Formats.day(standing.consentedOn())), "green"));
            facts.add(Fact.of(msg.factBetween(), names(standing.opensBetween())));
        }
        facts.add(Fact.of(
                msg.factEvaluation(), standing.evaluationConsent() ? msg.factEvaluationYes() : msg.factEvaluationNo()));
        return facts;
    }

    private Fact assessed(Standing standing) {
        if (standing.assessedOn() == null) {
            return new Fact(msg.factAssessed(), msg.factNotAssessed(), "yellow");
        }
        String day = Formats.day(standing.assessedOn());
        if (standing.isInTargetGroup()) {
            return Fact.of(msg.factAssessed(), msg.factAssessedAll(day));
        }
        Set<TargetCriterion> missing = EnumSet.allOf(TargetCriterion.class);
        missing.removeAll(standing.met());
        return Fact.of(
                msg.factAssessed(), msg.factAssessedNot(day, names(missing).toLowerCase(Locale.ROOT)));
    }

    private List<Fact> plan(Standing standing) {
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<? extends Enum<?>, LocalDate> activity :
                standing.activities().entrySet()) {
            facts.add(Fact.of(texts.name(activity.getKey()), msg.factSince(Formats.day(activity.getValue()))));
        }
        if (facts.isEmpty()) {
            facts.add(Fact.of(msg.blockPlan(), msg.factNoPlan()));
        }
        facts.add(Fact.of(
                msg.factReviewed(),
                standing.planReviewedOn() == null ? msg.factNever() : Formats.day(standing.planReviewedOn())));
        return facts;
    }

    /** P11. */
    private String planWarning(Standing standing, LocalDate day, Limits limits) {
        if (!standing.isPlanStale(day, limits)) {
            return null;
        }
        return standing.hasLivePlan() ? msg.planStale(Integer.toString(limits.reviewDays())) : msg.planMissing();
    }

    private List<Fact> support(Standing standing) {
        List<Fact> facts = new ArrayList<>();
        List<Period> periods = standing.support();
        facts.add(Fact.of(
                msg.factSupportNow(),
                standing.hasSupport()
                        ? msg.factSupportYes(
                                Formats.day(periods.get(periods.size() - 1).from()))
                        : msg.factSupportNo()));
        String earlier = periods.stream()
                .filter(period -> period.until() != null)
                .map(period -> fromTo(period.from(), period.until()))
                .collect(Collectors.joining("\n"));
        if (!earlier.isEmpty()) {
            facts.add(Fact.of(msg.factSupportBefore(), earlier));
        }
        return facts;
    }

    private List<Fact> outcomes(Standing standing, LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                msg.factTimes(),
                standing.enrolments().isEmpty()
                        ? msg.factNeverIn()
                        : standing.enrolments().stream().map(this::time).collect(Collectors.joining("\n"))));
        if (!standing.enrolments().isEmpty()) {
            facts.add(Fact.of(msg.factMonths(), months(standing, day)));
        }
        facts.add(Fact.of(
                msg.factOutcomes(),
                standing.outcomes().isEmpty()
                        ? msg.factNoOutcomes()
                        : standing.outcomes().stream()
                                .map(entry -> detail(entry) + ", " + Formats.day(entry.day()))
                                .collect(Collectors.joining("\n"))));
        return facts;
    }

    /** With one decimal, where it isn't whole. */
    private static String months(Standing standing, LocalDate day) {
        return standing.monthsEnrolled(day).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private String time(Enrolment enrolment) {
        return enrolment.until() == null
                ? msg.factFromOn(Formats.day(enrolment.from()))
                : fromTo(enrolment.from(), enrolment.until()) + ", "
                        + texts.name(enrolment.reason()).toLowerCase(Locale.ROOT);
    }

    private String fromTo(LocalDate from, LocalDate until) {
        return msg.factFromTo(Formats.day(from), Formats.day(until));
    }

    private String names(Collection<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(texts::name)
                .collect(Collectors.joining(", "));
    }
}
