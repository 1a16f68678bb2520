package se.medel.round;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.medel.money.Kronor;
import se.medel.privacy.ProtectedTable;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Reach;
import se.medel.round.rules.SmallNumbers;
import se.medel.web.Formats;
import se.medel.web.Texts;

/**
 * A cap as a picture and as text. The picture is a bar from nothing to the limit; under the ceiling stands a second bar with
 * all that the model's parts could come to, so that it is seen at once when they reach over it.
 *
 * @param left what is left, the figure that matters most
 * @param used what is granted of what
 * @param limit what stands at the limit's line
 * @param limitAt where the limit's line stands, in per cent of the width
 * @param bar granted and left
 * @param parts what each component could come to; empty but for the ceiling
 * @param partsText what the parts come to together, null where there are none
 * @param above whether the parts come to more than the limit
 * @param description all of it in words, for those who don't see the picture
 */
@TemplateData
public record CapPicture(
        String rule,
        String title,
        String left,
        String used,
        String limit,
        String limitAt,
        List<Segment> bar,
        List<Segment> parts,
        String partsText,
        boolean above,
        String description) {

    private static final String GRANTED = "#0b5f6b";
    private static final String NEW = "#c8862a";
    private static final String LEFT = "#ffffff";
    private static final List<String> PARTS = List.of("#0b3f48", "#3f8a94", "#a9cdd0");

    /**
     * A piece of a bar.
     *
     * @param x where it begins, in per cent of the width
     * @param width how long it is, in per cent of the width
     */
    @TemplateData
    public record Segment(String x, String width, String fill, String name, String figure) {}

    /** The caps as those see them who work with the round: the ceiling first, since it is what everyone asks about. */
    public static List<CapPicture> of(AllocationModel model, Commitments committed, Locale locale) {
        return ceilingFirst(Balance.of(model, committed)).stream()
                .map(line -> picture(model, line, committed, locale, null, null, true))
                .toList();
    }

    /** The caps as they would be after something else was granted too. */
    public static List<CapPicture> after(AllocationModel model, Commitments before, Commitments after, Locale locale) {
        return ceilingFirst(Balance.of(model, after)).stream()
                .map(line -> picture(model, line, before, locale, null, null, false))
                .toList();
    }

    /** The caps without any count under five or anything that would give one away (P13). */
    public static List<CapPicture> forOutsiders(
            AllocationModel model, Commitments committed, Set<String> districts, Locale locale) {
        SmallNumbers small = SmallNumbers.of(model, committed, districts);
        RoundMsg msg = RoundTexts.in(locale);
        Commitments shown = small.total() ? committed : without(committed, ComponentKind.CLIENT_COMPENSATION);
        return ceilingFirst(Balance.of(model, shown)).stream()
                .map(line -> outside(model, line, shown, small, msg, locale))
                .toList();
    }

    private static CapPicture outside(
            AllocationModel model,
            Balance.Line line,
            Commitments shown,
            SmallNumbers small,
            RoundMsg msg,
            Locale locale) {
        Cap cap = line.cap();
        String limit = RoundTexts.figure(cap.unit(), cap.limit(), msg);
        if (cap.unit() == Cap.Unit.KRONOR) {
            if (small.total()) {
                return picture(model, line, shown, locale, null, null, true);
            }
            // The clients' kronor would tell how many they are: what is left is told as if all that may be hidden were
            // used.
            BigDecimal hidden = model.clientCompensation().isPresent()
                    ? model.rate().times(ProtectedTable.LEAST - 1).amount()
                    : BigDecimal.ZERO;
            return picture(
                    model,
                    line,
                    shown,
                    locale,
                    msg.capLeftAtLeast(
                            Formats.kr(line.remaining().subtract(hidden).max(BigDecimal.ZERO))),
                    msg.capUsedWithoutClients(Formats.kr(line.committed()), limit),
                    true);
        }
        if (small.show(cap)) {
            return picture(model, line, shown, locale, null, null, true);
        }
        Balance.Line hidden = new Balance.Line(cap, BigDecimal.ZERO, cap.limit());
        if (small.total()) {
            return picture(model, hidden, shown, locale, msg.capHidden(), msg.capHiddenSentence(limit), true);
        }
        BigDecimal least = cap.limit()
                .subtract(BigDecimal.valueOf(ProtectedTable.LEAST - 1))
                .max(BigDecimal.ZERO);
        return picture(
                model,
                hidden,
                shown,
                locale,
                msg.capLeftAtLeast(RoundTexts.figure(cap.unit(), least, msg)),
                msg.capUsedClients(msg.capFewer(), Formats.number(cap.limit())),
                true);
    }

    private static Commitments without(Commitments committed, ComponentKind component) {
        Commitments kept = Commitments.none();
        for (var entry : committed.byCell().entrySet()) {
            if (entry.getKey().component() != component) {
                kept = kept.plus(
                        entry.getKey(),
                        entry.getValue().kronor(),
                        entry.getValue().clients());
            }
        }
        return kept;
    }

    private static List<Balance.Line> ceilingFirst(Balance balance) {
        List<Balance.Line> lines = new ArrayList<>(balance.caps());
        lines.sort(java.util.Comparator.comparing(line -> switch (line.cap().kind()) {
            case CEILING -> 0;
            case ALL_CLIENTS -> 1;
            default -> 2;
        }));
        return lines;
    }

    private static CapPicture picture(
            AllocationModel model,
            Balance.Line line,
            Commitments before,
            Locale locale,
            String leftInstead,
            String usedInstead,
            boolean withParts) {
        RoundMsg msg = RoundTexts.in(locale);
        Cap cap = line.cap();
        String limit = RoundTexts.figure(cap.unit(), cap.limit(), msg);
        String left =
                leftInstead != null ? leftInstead : msg.capLeft(RoundTexts.figure(cap.unit(), line.remaining(), msg));
        String used = usedInstead != null ? usedInstead : used(cap, line.committed(), msg);
        List<Reach> reaches = cap.kind() == Cap.Kind.CEILING && withParts ? Reach.of(model) : List.of();
        boolean ceiling = !reaches.isEmpty();
        Kronor sum = Reach.sum(reaches);
        BigDecimal scale = cap.limit().max(sum.amount()).max(line.committed());
        boolean above = ceiling && sum.amount().compareTo(cap.limit()) > 0;
        String partsText = !ceiling
                ? null
                : above
                        ? msg.capPartsOver(
                                RoundTexts.kr(sum), Formats.kr(sum.amount().subtract(cap.limit())))
                        : msg.capPartsWithin(RoundTexts.kr(sum));
        Bar bar = new Bar(scale);
        BigDecimal was = before.under(cap).min(line.committed());
        bar.add(was, GRANTED, msg.capCommitted(), "");
        bar.add(line.committed().subtract(was), NEW, msg.capNew(), "");
        bar.add(cap.limit().subtract(line.committed()), LEFT, msg.capRemaining(), "");
        Bar parts = new Bar(scale);
        for (int i = 0; i < reaches.size(); i++) {
            parts.add(
                    reaches.get(i).most().amount(),
                    colourOfPart(i),
                    Texts.in(locale).name(reaches.get(i).component()),
                    RoundTexts.kr(reaches.get(i).most()));
        }
        String description = RoundTexts.capTitle(cap, msg) + ": " + used + ", " + left + "."
                + (partsText == null ? "" : " " + partsText);
        return new CapPicture(
                cap.rule(),
                RoundTexts.capTitle(cap, msg),
                left,
                used,
                msg.capLimit(limit),
                percent(cap.limit(), scale),
                bar.segments,
                parts.segments,
                partsText,
                above,
                description);
    }

    private static String used(Cap cap, BigDecimal committed, RoundMsg msg) {
        return cap.unit() == Cap.Unit.KRONOR
                ? msg.capUsed(Formats.kr(committed), Formats.kr(cap.limit()))
                : msg.capUsedClients(Formats.number(committed), Formats.number(cap.limit()));
    }

    /** Lays pieces one after the other; one without length is left out. */
    public static final class Bar {
        private final List<Segment> segments = new ArrayList<>();
        private final BigDecimal scale;
        private BigDecimal end = BigDecimal.ZERO;

        /** @param scale what the whole width stands for */
        public Bar(BigDecimal scale) {
            this.scale = scale;
        }

        public void add(BigDecimal length, String fill, String name, String figure) {
            if (length.signum() > 0) {
                segments.add(new Segment(percent(end, scale), percent(length, scale), fill, name, figure));
                end = end.add(length);
            }
        }

        public List<Segment> segments() {
            return List.copyOf(segments);
        }
    }

    /** The colour of a model's part, by its place in the model; the same wherever parts are drawn. */
    public static String colourOfPart(int place) {
        return PARTS.get(place % PARTS.size());
    }

    /** A part of a whole as a length or a place along the width. */
    public static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "0%"
                : part.multiply(BigDecimal.valueOf(100))
                                .divide(whole, 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
