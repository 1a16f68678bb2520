package se.medel.whatif;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.medel.money.Kronor;
import se.medel.round.CapPicture;
import se.medel.round.CapPicture.Segment;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Uptake;

/**
 * Trials as bars on one scale: what each part of the model gets, what doesn't fit, and a line at the ceiling. All figures
 * stand as text too.
 *
 * @param legend the pieces that stand in any of the bars, each once
 */
@TemplateData
record TrialPicture(List<Bar> bars, List<Piece> legend) {

    private static final String LEFT_OUT = "#ffffff";

    /**
     * One trial.
     *
     * @param text what is asked, what is given, and the ceiling
     * @param ceilingAt where the ceiling's line stands, in per cent of the width
     * @param over whether more is asked than the ceiling
     * @param description the whole bar in words, for those who don't see it
     */
    @TemplateData
    record Bar(String name, String text, List<Segment> pieces, String ceilingAt, boolean over, String description) {}

    @TemplateData
    record Piece(String name, String fill) {}

    static TrialPicture of(List<String> names, List<Uptake> uptakes, TrialWords words) {
        BigDecimal scale = uptakes.stream()
                .map(uptake -> uptake.asked().max(uptake.model().ceiling().amount()))
                .reduce(Kronor.ZERO, Kronor::max)
                .amount();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < uptakes.size(); i++) {
            bars.add(bar(names.get(i), uptakes.get(i), scale, words));
        }
        List<Piece> legend = bars.stream()
                .flatMap(bar -> bar.pieces().stream())
                .map(piece -> new Piece(piece.name(), piece.fill()))
                .distinct()
                .toList();
        return new TrialPicture(bars, legend);
    }

    private static Bar bar(String name, Uptake uptake, BigDecimal scale, TrialWords words) {
        CapPicture.Bar bar = new CapPicture.Bar(scale);
        for (ComponentKind kind : ComponentKind.values()) {
            Kronor granted = TrialResult.granted(uptake, kind);
            bar.add(
                    granted.amount(),
                    // By the kind and not by its place in the model, which can differ between trials.
                    CapPicture.colourOfPart(kind.ordinal()),
                    words.texts().name(kind),
                    TrialWords.kr(granted));
        }
        Kronor out = uptake.asked().minus(uptake.granted());
        bar.add(out.amount(), LEFT_OUT, words.msg().leftOut(), TrialWords.kr(out));
        Kronor ceiling = uptake.model().ceiling().amount();
        String text = words.msg()
                .barText(TrialWords.kr(uptake.granted()), TrialWords.kr(uptake.asked()), TrialWords.kr(ceiling));
        StringBuilder description = new StringBuilder(name).append(": ").append(text);
        bar.segments().forEach(piece -> description
                .append(' ')
                .append(piece.name())
                .append(' ')
                .append(piece.figure())
                .append('.'));
        return new Bar(
                name,
                text,
                bar.segments(),
                CapPicture.percent(ceiling.amount(), scale),
                uptake.asked().isMoreThan(ceiling),
                description.toString());
    }
}
