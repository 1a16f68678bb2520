package se.medel.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every page is tested with finds what is wrong with a page. */
class BrowserTest extends Browser {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="sv"><title>Prov</title><main><h1>Prov</h1>%s</main></html>
            """;

    @Test
    void aGoodPagePasses() {
        page.setContent(PAGE.formatted("<p>Text</p>"));

        assertAccessible();
        assertFits320();
    }

    @Test
    void aPageThatNotEverybodyCanReadFails() {
        page.setContent(PAGE.formatted("<img src='/bild.png'><input><p style='color: #ccc'>Blekt</p>"));

        assertThatThrownBy(this::assertAccessible)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("image-alt")
                .hasMessageContaining("label")
                .hasMessageContaining("color-contrast");
    }

    @Test
    void aPageThatIsWiderThanAPhoneFails() {
        page.setContent(PAGE.formatted("<p style='width: 400px'>Brett</p>"));

        assertThatThrownBy(this::assertFits320).isInstanceOf(AssertionError.class);
    }
}
