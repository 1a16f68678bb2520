package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build finds a key that has no method and no Swedish text; what it doesn't find is found here. */
class MsgTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyTextIsThereInBothLanguages(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Msg.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList())
                .allSatisfy(key -> assertThat(textOf(language, key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyTextUsesAllItsParametersAndNoOthers(String language) throws IOException {
        Properties texts = texts(language);
        for (Method method : Msg.class.getDeclaredMethods()) {
            Set<String> parameters =
                    Arrays.stream(method.getParameters()).map(p -> p.getName()).collect(Collectors.toSet());
            Set<String> used = new TreeSet<>();
            Matcher matcher = Pattern.compile("\\{([a-zA-Z]+)[}.]").matcher(texts.getProperty(method.getName()));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
            assertThat(used).as(method.getName()).isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noKeyStandsTwice(String language) throws IOException {
        try (var in = MsgTest.class.getResourceAsStream("/messages/msg_" + language + ".properties")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList())
                    .doesNotHaveDuplicates();
        }
    }

    private static String textOf(String language, String key) {
        try {
            return texts(language).getProperty(key);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                MsgTest.class.getResourceAsStream("/messages/msg_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
