package se.medel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import se.medel.money.Kronor;

/**
 * How JSON is read and written. Read strictly: no text that the database can't store, no member that nobody knows or that
 * stands twice, no text for a number, no float for an amount. Written so that what isn't there isn't written, amounts are
 * numbers, and enums go by their wire names.
 */
@Singleton
class JsonText implements ObjectMapperCustomizer {

    /** Last, so that the modules on the class path don't read days in ways of their own. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // There is no other way to say it to a mapper that is already built.
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new WireNames(), mapper.getSerializationConfig().getAnnotationIntrospector()));
        mapper.registerModule(new SimpleModule()
                .addDeserializer(String.class, new Storable())
                .addDeserializer(LocalDate.class, new Day())
                .addSerializer(Kronor.class, new Amount()));
    }

    /** The name of an enum's value in JSON: {@code FIXED_GRANT} is fixed-grant. */
    static String wireName(Enum<?> value) {
        return wireName(value.name());
    }

    static String wireName(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whole numbers without decimals, others with at least two. */
    static Number plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toBigIntegerExact() : stripped.setScale(Math.max(2, stripped.scale()));
    }

    private static final class WireNames extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] values, String[] names) {
            if (annotated.getRawType().getName().startsWith("se.medel.")) {
                for (int i = 0; i < values.length; i++) {
                    names[i] = wireName(values[i]);
                }
            }
            return names;
        }
    }

    private static final class Storable extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            boolean storable = text.indexOf('\0') < 0
                    && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            return storable
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "not storable as text");
        }
    }

    /** Days as 2014-02-13 and in no other way; no year that a database or a reader would stumble over. */
    private static final class Day extends StdDeserializer<LocalDate> {

        private static final long serialVersionUID = 1;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getText();
            try {
                if (text.matches("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException noSuchDay) {
                // Answered below like every other text that is no day.
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a day");
        }
    }

    private static final class Amount extends StdSerializer<Kronor> {

        private static final long serialVersionUID = 1;

        Amount() {
            super(Kronor.class);
        }

        @Override
        public void serialize(Kronor amount, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(plain(amount.amount()), json);
        }
    }
}
