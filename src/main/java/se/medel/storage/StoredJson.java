package se.medel.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import se.medel.money.Kronor;
import se.medel.round.rules.Component;
import se.medel.settlement.rules.YearEnd;

/**
 * The form in which models, applications, explanations and audited values are kept as text. It has a mapper of its own, so
 * that what was stored years ago reads the same whatever the API's settings become; the rules stay free of annotations.
 */
public final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Only what a record holds is kept, not what it can tell about itself.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addMixIn(Kronor.class, AsNumber.class)
            .addMixIn(Component.class, ByKind.class)
            .addMixIn(YearEnd.class, ByBasis.class)
            .build();

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts by name, in the order of the names. */
    public static Map<String, Long> readCounts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Amounts by name, in the order of the names. */
    public static Map<String, Kronor> readAmounts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, Kronor>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts by name, in the order of the names. */
    public static Map<String, String> readTexts(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private abstract static class AsNumber {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsNumber(BigDecimal amount) {}

        @JsonValue
        abstract BigDecimal amount();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Component.FixedGrant.class, name = "fixed-grant"),
        @JsonSubTypes.Type(value = Component.CoFinancing.class, name = "co-financing"),
        @JsonSubTypes.Type(value = Component.ClientCompensation.class, name = "client-compensation"),
    })
    private interface ByKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "basis")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = YearEnd.NoReport.class, name = "no-report"),
        @JsonSubTypes.Type(value = YearEnd.Costs.class, name = "costs"),
        @JsonSubTypes.Type(value = YearEnd.Clients.class, name = "clients"),
    })
    private interface ByBasis {}
}
