package se.medel.followup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Figures;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;

/**
 * Figures as a program sees them; null is what isn't shown.
 *
 * @param group its name in addresses, null for all groups together
 * @param hidden whether anything isn't shown for the sake of a count under five (P13)
 * @param evaluationConsentOnly whether only those who consent to the evaluation are counted (P13)
 * @param guides how many active participants each guide has, for the group's own people only (P5)
 */
@Schema(name = "Figures")
public record FiguresJson(
        String group,
        LocalDate from,
        LocalDate to,
        boolean hidden,
        boolean evaluationConsentOnly,
        Came came,
        Long waiting,
        Repeated admitted,
        TookPart tookPart,
        Months monthsEnrolled,
        Plans plans,
        List<Outcome> outcomes,
        List<Load> incomeSupport,
        List<Guide> guides) {

    @Schema(name = "FiguresCame")
    public record Came(Long persons, List<By> by) {}

    @Schema(name = "FiguresCameBy")
    public record By(Referral referral, Long persons) {}

    /** @param moreThanOnce how many of the persons */
    @Schema(name = "FiguresRepeated")
    public record Repeated(Long persons, Long moreThanOnce) {

        static Repeated of(Figures.Repeated repeated) {
            return new Repeated(repeated.persons(), repeated.moreThanOnce());
        }
    }

    /**
     * Who has taken part in the period, by where they stand on its last day.
     *
     * @param enrolled active and resting together
     * @param closedOtherwise discharged without an ordinary job, by the reason in places
     */
    @Schema(name = "FiguresTookPart")
    public record TookPart(Long persons, Long enrolled, Long closedOtherwise, List<Place> places) {}

    @Schema(name = "FiguresPlace")
    public record Place(Course place, Long persons) {}

    /** Months with one decimal. */
    @Schema(name = "FiguresMonths")
    public record Months(BigDecimal mean, BigDecimal median) {}

    /**
     * P11.
     *
     * @param livePercent of those still enrolled, whole per cent
     * @param stale persons
     */
    @Schema(name = "FiguresPlans")
    public record Plans(Long livePercent, Long stale) {}

    @Schema(name = "FiguresOutcome")
    public record Outcome(OutcomeKind kind, Long persons, Long moreThanOnce) {}

    /** @param most the cap (P6) */
    @Schema(name = "FiguresLoad")
    public record Load(LocalDate day, Long persons, Long most) {}

    @Schema(name = "FiguresGuide")
    public record Guide(String guide, long participants, int places) {}

    /** All groups together, and each of them. */
    @Schema(name = "FiguresOfAll")
    public record All(FiguresJson all, List<FiguresJson> groups) {

        static All of(Report report) {
            return new All(
                    FiguresJson.of(report),
                    report.groups().stream()
                            .map(one -> FiguresJson.of(report, one.group(), one.figures()))
                            .toList());
        }
    }

    static FiguresJson of(Report report) {
        return of(report, report.group(), report.figures());
    }

    private static FiguresJson of(Report report, Report.Group group, Figures figures) {
        return new FiguresJson(
                group == null ? null : group.slug(),
                report.span().from(),
                report.span().to(),
                !report.exact() && figures.hidesAny(),
                report.consentedOnly(),
                new Came(
                        figures.came(),
                        figures.cameBy().entrySet().stream()
                                .map(one -> new By(one.getKey(), one.getValue()))
                                .toList()),
                figures.waiting(),
                Repeated.of(figures.admitted()),
                new TookPart(
                        figures.tookPart(),
                        figures.enrolled(),
                        figures.closedOtherwise(),
                        figures.course().entrySet().stream()
                                .map(one -> new Place(one.getKey(), one.getValue()))
                                .toList()),
                new Months(figures.meanMonths(), figures.medianMonths()),
                new Plans(figures.livePlanPercent(), figures.stalePlans()),
                figures.outcomes().entrySet().stream()
                        .map(one -> new Outcome(
                                one.getKey(),
                                one.getValue().persons(),
                                one.getValue().moreThanOnce()))
                        .toList(),
                figures.support().stream()
                        .map(load -> new Load(load.day(), load.persons(), load.cap()))
                        .toList(),
                report.guides().stream()
                        .map(guide -> new Guide(guide.guide(), guide.participants(), guide.places()))
                        .toList());
    }
}
