package se.medel.settlement;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import se.medel.money.Kronor;
import se.medel.settlement.rules.RepaymentState;
import se.medel.settlement.rules.Stage;
import se.medel.web.Formats;

/** The texts of settlements in a language, and the few ways of saying things that their pages share. */
final class SettlementTexts {

    private SettlementTexts() {}

    static SettlementMsg in(Locale locale) {
        return MessageBundles.get(SettlementMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    /** The amount without its sign, where the words say which way the money goes. */
    static String size(Kronor amount) {
        return kr(amount.isNegative() ? Kronor.ZERO.minus(amount) : amount);
    }

    static String colour(Stage stage) {
        return switch (stage) {
            case NOT_SETTLED -> "grey";
            case TO_PAY, TO_REFUND -> "blue";
            case FLAGGED -> "yellow";
            case HEARD -> "purple";
            case TO_REPAY -> "orange";
            case DONE -> "green";
        };
    }

    static String colour(RepaymentState state) {
        return switch (state) {
            case FLAGGED -> "yellow";
            case DECIDED -> "orange";
            case PAID -> "green";
            case DISMISSED, SUPERSEDED, WRITTEN_OFF -> "grey";
        };
    }
}
