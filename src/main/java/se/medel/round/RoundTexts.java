package se.medel.round;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.util.Locale;
import se.medel.money.Kronor;
import se.medel.round.rules.Cap;
import se.medel.web.Formats;

/** The texts of rounds in a language, and the few ways of saying and reading things that their pages share. */
public final class RoundTexts {

    private RoundTexts() {}

    public static RoundMsg in(Locale locale) {
        return MessageBundles.get(RoundMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    /** A figure in the unit of its cap: {@code 600 000 kr} or {@code 65 klienter}. */
    public static String figure(Cap.Unit unit, BigDecimal figure, RoundMsg msg) {
        return unit == Cap.Unit.KRONOR ? Formats.kr(figure) : msg.capClients(Formats.number(figure));
    }

    public static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    public static String capTitle(Cap cap, RoundMsg msg) {
        return switch (cap.kind()) {
            case GROUP -> msg.capGroup(cap.name());
            case ALL_CLIENTS -> msg.capAllClients();
            default -> msg.capCeiling();
        };
    }

    public static String colour(RoundState state) {
        return switch (state) {
            case DRAFT, CLOSED -> "grey";
            case PROPOSED -> "yellow";
            case APPROVED -> "blue";
            case OPEN -> "green";
            case REPORTING -> "purple";
        };
    }

    public static String colour(ModelState state) {
        return switch (state) {
            case DRAFT -> "grey";
            case PROPOSED -> "yellow";
            case APPROVED -> "green";
            case NOT_ADOPTED -> "orange";
        };
    }
}
