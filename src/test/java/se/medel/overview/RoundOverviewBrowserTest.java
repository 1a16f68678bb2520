package se.medel.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundOverviewBrowserTest extends Browser {

    @ParameterizedTest
    @CsvSource({
        "handlaggare,rounds",
        "handlaggare,rounds/new?from=sig-2014",
        "handlaggare,rounds/sig-2014",
        "handlaggare,rounds/sig-2014/model",
        "handlaggare,rounds/sig-2014/new-version",
        "handlaggare,rounds/sig-2014/what-if",
        "handlaggare,rounds/sig-2014/ledger",
        "sekreterare,rounds/sig-2014/decisions",
        "revisor,audit",
        "admin,admin/districts",
        "admin,admin/districts/farsta",
        "utvarderare,rounds/sig-2014",
        "farsta,rounds/sig-2014",
    })
    void everyPageIsForEveryone(String username, String path) {
        logIn(username);
        assertThat(open("/" + path)).isEqualTo(200);
        String name = username + "-" + path.replaceAll("[^a-z]+", "-");
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
