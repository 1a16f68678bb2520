package se.medel.followup;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import se.medel.followup.rules.Course;
import se.medel.followup.rules.Figures;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Referral;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** Figures in words and in their order, for the page and for the file alike; each with its definition. */
@TemplateData
public record Sheet(List<Section> sections) {

    /**
     * Figures that belong together.
     *
     * @param definition what they have in common, null where each has its own
     * @param picture of a development over months; null where the lines have bars
     */
    @TemplateData
    public record Section(String title, String definition, List<Line> lines, LoadPicture picture) {

        public boolean hasBars() {
            return lines.stream().anyMatch(line -> line.bar() != null);
        }
    }

    /**
     * One figure.
     *
     * @param definition null where the section's says enough
     * @param figure null where it isn't shown or there is none
     * @param unit what is counted, for the file
     * @param most the most there may be, null where there is no such limit
     * @param value the figure in words
     * @param shown whether there is a figure
     * @param bar how long its bar is, in per cent of the width; null without a bar
     * @param level 0 for a figure, 1 for a part of the one above, 2 for a part of that
     */
    @TemplateData
    public record Line(
            String label,
            String definition,
            BigDecimal figure,
            String unit,
            Long most,
            String value,
            boolean shown,
            String bar,
            int level) {}

    static FollowUpMsg msg(Locale locale) {
        return MessageBundles.get(FollowUpMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    /** All figures of a report's group, or of one of its groups. */
    static Sheet of(Report report, Figures figures, Locale locale) {
        return new Writer(report, figures, locale).sheet();
    }

    /** {@code 8,9} or {@code 1 200}, or the word for a figure that isn't there. */
    static String value(Number figure, boolean exact, FollowUpMsg msg) {
        return figure == null
                ? exact ? msg.nobody() : msg.hidden()
                : figure instanceof BigDecimal decimal
                        ? decimal.toPlainString().replace('.', ',')
                        : Formats.number(figure.longValue());
    }

    private static final class Writer {
        private final Report report;
        private final Figures figures;
        private final Locale locale;
        private final FollowUpMsg msg;
        private final Texts texts;
        private List<Line> lines = new ArrayList<>();

        Writer(Report report, Figures figures, Locale locale) {
            this.report = report;
            this.figures = figures;
            this.locale = locale;
            msg = msg(locale);
            texts = Texts.in(locale);
        }

        Sheet sheet() {
            return new Sheet(Stream.of(came(), entry(), course(), months(), plans(), outcomes(), support(), guides())
                    .filter(Objects::nonNull)
                    .toList());
        }

        private Section came() {
            long widest = widest(figures.cameBy().values().stream());
            persons(msg.cameAll(), msg.cameDef(), figures.came(), 0, 0);
            for (Referral referral : Referral.values()) {
                persons(texts.name(referral), null, figures.cameBy().get(referral), widest, 1);
            }
            return section(msg.came(), null);
        }

        private Section entry() {
            persons(msg.waiting(), msg.waitingDef(), figures.waiting(), 0, 0);
            persons(msg.admitted(), msg.admittedDef(), figures.admitted().persons(), 0, 0);
            persons(msg.again(), msg.againDef(), figures.admitted().moreThanOnce(), 0, 1);
            return section(msg.entry(), null);
        }

        private Section course() {
            Long all = figures.tookPart();
            long widest = all != null ? all : widest(figures.course().values().stream());
            persons(msg.tookPart(), msg.tookPartDef(), all, widest, 0);
            persons(msg.enrolled(), msg.enrolledDef(), figures.enrolled(), widest, 0);
            place(Course.ACTIVE, null, widest, 1);
            place(Course.RESTING, msg.restingDef(), widest, 1);
            place(Course.ORDINARY_WORK, msg.ordinaryWorkDef(), widest, 0);
            persons(msg.closedOtherwise(), msg.closedOtherwiseDef(), figures.closedOtherwise(), widest, 0);
            Course.CLOSED_OTHERWISE.forEach(reason -> place(reason, null, widest, 1));
            return section(msg.course(), null);
        }

        private void place(Course place, String definition, long widest, int level) {
            persons(texts.name(place), definition, figures.course().get(place), widest, level);
        }

        private Section months() {
            line(msg.mean(), null, figures.meanMonths(), msg.monthsUnit(), null, 0, 0);
            line(msg.median(), msg.medianDef(), figures.medianMonths(), msg.monthsUnit(), null, 0, 0);
            return section(msg.months(), msg.monthsDef());
        }

        private Section plans() {
            line(msg.live(), msg.liveDef(), figures.livePlanPercent(), msg.percent(), null, 100, 0);
            persons(msg.stale(), msg.staleDef(), figures.stalePlans(), 0, 0);
            return section(msg.plans(), null);
        }

        private Section outcomes() {
            long widest = widest(figures.outcomes().values().stream().map(Figures.Repeated::persons));
            Arrays.stream(OutcomeKind.values()).forEach(kind -> {
                Figures.Repeated outcome = figures.outcomes().get(kind);
                persons(texts.name(kind), null, outcome.persons(), widest, 0);
                persons(msg.more(), null, outcome.moreThanOnce(), 0, 1);
            });
            return section(msg.outcomes(), msg.outcomesDef());
        }

        private Section support() {
            if (figures.support().isEmpty()) {
                return null;
            }
            figures.support()
                    .forEach(load -> line(
                            LoadPicture.month(load.day(), locale),
                            null,
                            load.persons(),
                            msg.persons(),
                            load.cap(),
                            0,
                            0));
            Section section = section(msg.support(), msg.supportDef());
            return new Section(
                    section.title,
                    section.definition,
                    section.lines,
                    LoadPicture.of(figures.support(), report.exact(), locale));
        }

        private Section guides() {
            if (report.guides().isEmpty()) {
                return null;
            }
            report.guides()
                    .forEach(guide -> line(
                            msg.guide(guide.guide()),
                            null,
                            guide.participants(),
                            msg.persons(),
                            (long) guide.places(),
                            Math.max(guide.places(), guide.participants()),
                            0));
            return section(msg.guides(), msg.guidesDef());
        }

        private void persons(String label, String definition, Long figure, long widest, int level) {
            line(label, definition, figure, msg.persons(), null, widest, level);
        }

        private void line(
                String label, String definition, Number figure, String unit, Long most, long widest, int level) {
            String value = value(figure, report.exact(), msg);
            lines.add(new Line(
                    label,
                    definition,
                    figure == null ? null : new BigDecimal(figure.toString()),
                    unit,
                    most,
                    figure == null || most == null ? value : msg.ofMost(value, Formats.number(most)),
                    figure != null,
                    widest == 0 ? null : percent(figure == null ? 0 : figure.longValue(), widest),
                    level));
        }

        private Section section(String title, String definition) {
            Section section = new Section(title, definition, List.copyOf(lines), null);
            lines = new ArrayList<>();
            return section;
        }

        private static long widest(Stream<Long> shown) {
            return shown.filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }
    }

    static String percent(long part, long whole) {
        return BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
