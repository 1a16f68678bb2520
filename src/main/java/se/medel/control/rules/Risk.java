package se.medel.control.rules;

import java.math.BigDecimal;
import se.medel.money.Kronor;

/** A flag with the figure behind it. @param figure kronor or a number, as the flag says */
public record Risk(RiskFlag flag, BigDecimal figure) {

    static Risk of(RiskFlag flag, Kronor kronor) {
        return new Risk(flag, kronor.amount());
    }

    static Risk of(RiskFlag flag, long number) {
        return new Risk(flag, BigDecimal.valueOf(number));
    }

    /** The figure in the form that texts take it. */
    public Object argument() {
        return flag.isKronor() ? new Kronor(figure) : (Object) figure.toPlainString();
    }
}
