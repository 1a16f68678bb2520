package se.medel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionMsgTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyTextIsThereInBothLanguages(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                DecisionMsgTest.class.getResourceAsStream("/messages/decision_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DecisionMsg.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }
}
