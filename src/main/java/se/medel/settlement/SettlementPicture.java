package se.medel.settlement;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.medel.ledger.Account;
import se.medel.money.Kronor;

/**
 * Granted, paid, used and repaid as bars under each other, with their figures as text.
 *
 * @param title whose money it is
 * @param description all of it in words, for those who don't see the picture
 */
@TemplateData
public record SettlementPicture(String title, List<Bar> bars, String description) {

    /**
     * One bar.
     *
     * @param text what it is and how much
     * @param textAt where the text stands, in pixels from the top
     * @param barAt where the bar stands
     * @param width in per cent of the widest in the page's pictures
     */
    @TemplateData
    public record Bar(String text, int textAt, int barAt, String width, String fill) {}

    private static final int STEP = 44;

    /**
     * @param most what fills the whole width: the largest grant of the pictures that are compared
     */
    static SettlementPicture of(String title, List<Account> accounts, Kronor most, Locale locale) {
        SettlementMsg msg = SettlementTexts.in(locale);
        boolean settled = accounts.stream().anyMatch(Account::settled);
        Kronor used = sum(accounts.stream().map(Account::admitted).toList());
        List<Figure> figures = List.of(
                new Figure(
                        msg.granted(),
                        sum(accounts.stream().map(Account::granted).toList()),
                        null,
                        "#a9cdd0"),
                new Figure(msg.paid(), sum(accounts.stream().map(Account::paid).toList()), null, "#3f8a94"),
                new Figure(msg.pictureUsed(), used, settled ? null : msg.pictureUnsettled(), "#0b5f6b"),
                new Figure(
                        msg.repaid(), sum(accounts.stream().map(Account::repaid).toList()), null, "#c8862a"));
        List<Bar> bars = new java.util.ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            bars.add(new Bar(
                    figure.text(), 16 + i * STEP, 22 + i * STEP, percent(figure.kronor(), most), figure.fill()));
        }
        return new SettlementPicture(
                title, bars, title + ": " + figures.stream().map(Figure::text).collect(Collectors.joining(", ")) + ".");
    }

    static Kronor sum(List<Kronor> amounts) {
        return amounts.stream().reduce(Kronor.ZERO, Kronor::plus);
    }

    private record Figure(String name, Kronor kronor, String instead, String fill) {
        String text() {
            return name + " " + (instead == null ? SettlementTexts.kr(kronor) : instead);
        }
    }

    private static String percent(Kronor part, Kronor whole) {
        return whole.isPositive()
                ? part.amount()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(whole.amount(), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%"
                : "0%";
    }
}
