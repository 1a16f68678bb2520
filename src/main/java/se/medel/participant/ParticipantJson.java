package se.medel.participant;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.Standing;
import se.medel.participant.rules.State;
import se.medel.participant.rules.TargetCriterion;

/**
 * A participant as a program reads it. What isn't there is left out.
 *
 * @param on the day that everything but the possible entries is of
 * @param state left out where the participant hadn't come by then
 * @param monthsEnrolled all times in the group added up, with one decimal (P12)
 * @param possible the kinds of entries that can be written next, as far as the participant goes; empty for another day than today
 * @param entries what is written up to the day, in the order of the days
 */
@Schema(
        name = "Participant",
        requiredProperties = {"id", "group", "code", "birthYear", "on", "possible", "entries"})
public record ParticipantJson(
        long id,
        String group,
        String code,
        int birthYear,
        LocalDate on,
        State state,
        LocalDate since,
        LocalDate waitingSince,
        Referral referral,
        String area,
        String guide,
        Assessment assessment,
        Consent consent,
        Boolean evaluationConsent,
        List<Span> incomeSupport,
        Plan plan,
        List<Outcome> outcomes,
        List<Time> enrolments,
        BigDecimal monthsEnrolled,
        List<EntryKind> possible,
        List<EntryJson> entries) {

    /** @param met what holds true; all of it makes the target group (P3) */
    @Schema(
            name = "ParticipantAssessment",
            requiredProperties = {"day", "met", "inTargetGroup"})
    public record Assessment(LocalDate day, List<TargetCriterion> met, boolean inTargetGroup) {}

    /**
     * @param between the authorities that it opens between; empty once it is withdrawn
     * @param withdrawnOn left out while it holds (P2)
     */
    @Schema(
            name = "ParticipantConsent",
            requiredProperties = {"day", "between"})
    public record Consent(LocalDate day, List<Partner> between, LocalDate withdrawnOn) {}

    /** @param to the first day after it, left out while it goes on */
    @Schema(name = "ParticipantSupport", requiredProperties = "from")
    public record Span(LocalDate from, LocalDate to) {}

    /** @param stale missing, or not gone through for too long, for somebody who is enrolled (P11) */
    @Schema(
            name = "ActionPlan",
            requiredProperties = {"activities", "stale"})
    public record Plan(List<Activity> activities, LocalDate reviewedOn, boolean stale) {}

    @Schema(
            name = "PlanActivity",
            requiredProperties = {"category", "since"})
    public record Activity(ActivityCategory category, LocalDate since) {}

    @Schema(
            name = "ParticipantOutcome",
            requiredProperties = {"outcome", "day"})
    public record Outcome(OutcomeKind outcome, LocalDate day) {}

    /** One time in the group; without an end while it goes on. */
    @Schema(name = "ParticipantEnrolment", requiredProperties = "from")
    public record Time(LocalDate from, LocalDate to, DischargeReason reason) {}

    /**
     * One entry.
     *
     * @param value one word of its kind, a guide's code or an area
     * @param values the words of an assessment or a consent
     * @param struckBy who struck it because it was wrong; left out while it counts
     */
    @Schema(
            name = "ParticipantEntry",
            requiredProperties = {"kind", "day", "recordedBy", "recordedAt"})
    public record EntryJson(
            EntryKind kind,
            LocalDate day,
            String value,
            List<String> values,
            String recordedBy,
            Instant recordedAt,
            String struckBy) {

        static EntryJson of(ParticipantView.Written written) {
            Entry entry = written.entry();
            boolean several = entry.kind().takesSeveral();
            return new EntryJson(
                    entry.kind(),
                    entry.day(),
                    several || entry.values().isEmpty() ? null : word(entry.kind(), entry.value()),
                    several
                            ? entry.values().stream()
                                    .map(value -> word(entry.kind(), value))
                                    .toList()
                            : null,
                    written.by(),
                    written.at(),
                    written.struckBy());
        }

        private static String word(EntryKind kind, String value) {
            return kind.words() == null ? value : value.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A participant in a list; a day in {@code on} makes it one of that day. */
    @Schema(
            name = "ParticipantLine",
            requiredProperties = {
                "id",
                "code",
                "birthYear",
                "homeDistrict",
                "area",
                "state",
                "since",
                "incomeSupport",
                "planStale"
            })
    public record Line(
            long id,
            String code,
            int birthYear,
            String homeDistrict,
            String area,
            State state,
            LocalDate since,
            LocalDate waitingSince,
            Long daysWaited,
            String guide,
            boolean incomeSupport,
            LocalDate consentedOn,
            LocalDate consentWithdrawnOn,
            boolean planStale) {

        static Line of(ParticipantLine line, LocalDate day, Limits limits) {
            return new Line(
                    line.id(),
                    line.code(),
                    line.birthYear(),
                    line.homeDistrict(),
                    line.area(),
                    line.state(),
                    line.since(),
                    line.waitingSince(),
                    line.daysWaited(day),
                    line.guide(),
                    line.withSupport(),
                    line.consentedOn(),
                    line.consentWithdrawnOn(),
                    line.isPlanStale(day, limits));
        }
    }

    /** @param next to be sent as {@code after} for those who come after these; left out where there are no more */
    @Schema(name = "ParticipantPage", requiredProperties = "participants")
    public record Page(List<Line> participants, Long next) {}

    static ParticipantJson of(ParticipantView view, Limits limits, LocalDate today) {
        Standing standing = view.standing();
        boolean came = standing.state() != null;
        return new ParticipantJson(
                view.id(),
                view.group(),
                view.code(),
                view.birthYear(),
                view.on(),
                standing.state(),
                standing.since(),
                standing.waitingSince(),
                standing.referral(),
                standing.area(),
                standing.guide(),
                standing.assessedOn() == null
                        ? null
                        : new Assessment(standing.assessedOn(), inOrder(standing.met()), standing.isInTargetGroup()),
                standing.consentedOn() == null
                        ? null
                        : new Consent(
                                standing.consentedOn(),
                                standing.hasConsent() ? inOrder(standing.opensBetween()) : List.of(),
                                standing.consentWithdrawnOn()),
                came ? standing.evaluationConsent() : null,
                came
                        ? standing.support().stream()
                                .map(period -> new Span(period.from(), period.until()))
                                .toList()
                        : null,
                came ? plan(view, limits) : null,
                came
                        ? standing.outcomes().stream()
                                .map(entry -> new Outcome(OutcomeKind.valueOf(entry.value()), entry.day()))
                                .toList()
                        : null,
                came
                        ? standing.enrolments().stream()
                                .map(one -> new Time(one.from(), one.until(), one.reason()))
                                .toList()
                        : null,
                came ? standing.monthsEnrolled(view.on()) : null,
                view.on().equals(today) ? List.copyOf(standing.possible()) : List.of(),
                view.entries().stream()
                        .filter(written -> !written.entry().day().isAfter(view.on()))
                        .map(EntryJson::of)
                        .toList());
    }

    private static Plan plan(ParticipantView view, Limits limits) {
        Standing standing = view.standing();
        return new Plan(
                standing.activities().entrySet().stream()
                        .map(activity -> new Activity(activity.getKey(), activity.getValue()))
                        .toList(),
                standing.planReviewedOn(),
                standing.isPlanStale(view.on(), limits));
    }

    private static <E extends Enum<E>> List<E> inOrder(Set<E> values) {
        return values.stream().sorted().toList();
    }
}
