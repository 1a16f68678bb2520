package se.medel.matrix;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Source;
import se.medel.money.Kronor;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** The matrix in words; the page, the file and the API say the same. */
record MatrixWords(MatrixMsg msg, Texts texts) {

    static MatrixWords in(Locale locale) {
        return new MatrixWords(
                MessageBundles.get(MatrixMsg.class, Localized.Literal.of(locale.getLanguage())), Texts.in(locale));
    }

    /** What is paid for more than once, with its figures. */
    String doubled(Doubled doubled) {
        return switch (doubled.kind()) {
            case OVER_PLANNED, OVER_RECEIVED -> over(doubled);
            case SOURCE_TWICE -> msg.sourceTwice(doubled.name(), Long.toString(doubled.count()));
            case COST_TWICE -> msg.costTwice(doubled.name(), Long.toString(doubled.count()));
            case CLIENTS_TWICE ->
                doubled.count() == 0 ? msg.someClientsTwice() : msg.clientsTwice(texts.clients(doubled.count()));
        };
    }

    private String over(Doubled doubled) {
        String what = lines(doubled.lines());
        String funded = kr(doubled.funded());
        if (!doubled.cost().isPositive()) {
            return msg.overNothing(what, funded);
        }
        String percent = Formats.number(doubled.percent());
        return doubled.kind() == Doubled.Doubling.OVER_PLANNED
                ? msg.overPlanned(what, funded, kr(doubled.cost()), percent)
                : msg.overReceived(what, funded, kr(doubled.cost()), percent);
    }

    /** A source with what it was said to pay and what came. */
    String source(Source source) {
        String came = source.received() == null ? null : kr(source.received());
        if (source.stated() == null) {
            return source.name() + ": " + (came == null ? "" : msg.cameOnly(came));
        }
        String said = msg.was(
                kr(source.stated()),
                source.status() == null ? "" : texts.name(source.status()).toLowerCase(Locale.ROOT));
        return source.name() + ": " + said + (came == null ? "" : ", " + msg.came(came));
    }

    String lines(Set<Integer> lines) {
        return lines.isEmpty() ? msg.wholePlan() : msg.lines(numbers(lines));
    }

    static String numbers(Set<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }
}
