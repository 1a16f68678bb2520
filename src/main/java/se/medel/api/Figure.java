package se.medel.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import se.medel.money.Kronor;

/**
 * A number in a request, as it was sent. What isn't a number is kept as a fault and not thrown, so that one answer can tell
 * everything that is wrong with a request.
 *
 * @param number null where none could be read
 * @param fault why none could be read, null where one could
 */
@JsonDeserialize(using = Figure.Reader.class)
public record Figure(BigDecimal number, InputRefusal fault) {

    /** No amount is longer; what is longer isn't even computed. */
    private static final int MOST_DIGITS = 30;

    /** The figure of an amount, null for null. */
    public static Figure of(Kronor amount) {
        return amount == null ? null : new Figure(amount.amount(), null);
    }

    /** The figure of a number, null for null. */
    public static Figure of(Long number) {
        return number == null ? null : new Figure(BigDecimal.valueOf(number), null);
    }

    /** How it is written: whole numbers without decimals; of what couldn't be read, why. */
    @JsonValue
    Object written() {
        return number == null ? fault.name() : JsonText.plain(number);
    }

    static final class Reader extends StdDeserializer<Figure> {

        private static final long serialVersionUID = 1;

        Reader() {
            super(Figure.class);
        }

        @Override
        public Figure deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                parser.skipChildren();
                return new Figure(null, InputRefusal.NOT_A_NUMBER);
            }
            String text = parser.getText();
            // 1e9 is a slip of the finger more often than a thousand million.
            if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
                return new Figure(null, InputRefusal.NUMBER_WITH_EXPONENT);
            }
            return text.length() > MOST_DIGITS
                    ? new Figure(null, InputRefusal.NUMBER_TOO_LARGE)
                    : new Figure(new BigDecimal(text), null);
        }
    }
}
