package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    private static Form posted(String name, String... values) {
        MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
        posted.put(name, List.of(values));
        return Form.of(posted);
    }

    @Test
    void whatWasTypedIsKeptWithoutBlanksAroundIt() {
        assertThat(posted("text", "  två ord\r\noch en rad ").value("text")).isEqualTo("två ord\noch en rad");
        assertThat(posted("text", "x").value("another")).isEmpty();
    }

    @Test
    void whatCannotBeStoredIsLeftOut() {
        assertThat(posted("text", "a\u0000b").value("text")).isEqualTo("ab");
    }

    @Test
    void severalChoicesAreKept() {
        Form form = posted("partners", "police", "probation");
        assertThat(form.values("partners")).containsExactly("police", "probation");
        assertThat(form.chosen("partners", "probation")).isTrue();
        assertThat(form.chosen("partners", "county")).isFalse();
    }

    @Test
    void theFirstRefusalOfAFieldStandsAndAllAreListedInTheirOrder() {
        Form form = Form.empty().reject("b", "first").reject("a", "second").reject("b", "third");
        assertThat(form.hasErrors()).isTrue();
        assertThat(form.error("b")).isEqualTo("first");
        assertThat(form.error("c")).isNull();
        assertThat(form.errors()).containsExactly(new Form.Fault("b", "first"), new Form.Fault("a", "second"));
    }

    @Test
    void aFieldCanBeFilledInBeforehand() {
        assertThat(Form.empty().with("amount", 200_000).with("text", null).value("amount"))
                .isEqualTo("200000");
    }
}
