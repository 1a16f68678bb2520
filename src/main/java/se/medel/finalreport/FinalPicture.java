package se.medel.finalreport;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.medel.finalreport.RoundFigures.OfDistrict;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.web.Formats;

/**
 * What each district was granted, and used of it, as bars under each other with their figures as text.
 *
 * @param height in pixels
 * @param description all of it in words, for those who don't see the picture
 */
@TemplateData
public record FinalPicture(List<Bars> bars, int height, String description) {

    /**
     * One district.
     *
     * @param nameAt where its name stands, in pixels from the top
     * @param textAt where its figures stand
     * @param barAt where its bars stand
     * @param granted in per cent of the most that any district was granted
     * @param used in the same measure
     */
    @TemplateData
    public record Bars(String name, String text, int nameAt, int textAt, int barAt, String granted, String used) {}

    private static final int STEP = 70;

    /** Those of whom nothing is told by district have no bars: they weren't granted nothing. */
    static FinalPicture of(List<OfDistrict> all, FinalReportMsg msg) {
        List<OfDistrict> districts =
                all.stream().filter(district -> !district.nothingTold()).toList();
        Kronor most =
                districts.stream().map(district -> district.sums().granted()).reduce(Kronor.ZERO, Kronor::max);
        List<Bars> bars = new ArrayList<>();
        for (OfDistrict district : districts) {
            Sums sums = district.sums();
            int at = bars.size() * STEP;
            bars.add(new Bars(
                    district.name(),
                    msg.pictureLine(kr(sums.granted()), kr(sums.used())),
                    at + 16,
                    at + 36,
                    at + 42,
                    FinalLetters.percent(sums.granted(), most) + "%",
                    FinalLetters.percent(sums.used(), most) + "%"));
        }
        return new FinalPicture(
                bars,
                districts.size() * STEP,
                districts.stream()
                        .map(district -> msg.pictureDescription(
                                district.name(),
                                kr(district.sums().granted()),
                                kr(district.sums().used()),
                                kr(district.sums().repaid())))
                        .collect(Collectors.joining(" ")));
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }
}
