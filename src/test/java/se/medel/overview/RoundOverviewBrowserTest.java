package se.medel.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundOverviewBrowserTest extends Browser {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rounds",
                "rounds/new?from=sig-2014",
                "rounds/sig-2014",
                "rounds/sig-2014/model",
                "rounds/sig-2014/new-version",
                "rounds/sig-2014/what-if",
            })
    void everyPageIsForEveryone(String path) {
        logIn("handlaggare");
        assertThat(open("/" + path)).isEqualTo(200);
        String name = path.replaceAll("[^a-z]+", "-");
        screenshot(name, 1200);
        screenshot(name, 320);
        assertAccessible();
        assertFits320();
        page.locator("text=In English").click();
        screenshot(name + "-en", 1200);
        assertAccessible();
        assertFits320();
    }
}
