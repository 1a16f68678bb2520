package se.medel.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.web.Browser;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FollowUpBrowserTest extends Browser {

    @Inject
    FollowUpFixture fixture;

    @ParameterizedTest
    @CsvSource({
        "rinkeby-kista, own-years, /{group}?from=2014-01-01&to=2016-11-30",
        "rinkeby-kista, own-year, /{group}?year=2015",
        "rinkeby-kista, own-refused, /{group}?from=x&to=y",
        "utvarderare, outside, /{group}?year=2015",
        "handlaggare, all, ?year=2015",
    })
    void theFiguresAreForEveryone(String username, String name, String path) {
        String address =
                "/follow-up" + path.replace("{group}", fixture.history().slug());
        logIn(username);
        assertThat(open(address)).isEqualTo(name.equals("own-refused") ? 422 : 200);
        screenshot("follow-up-" + name, 1200);
        screenshot("follow-up-" + name, 320);
        assertAccessible();
        assertFits320();
        assertThat(page.locator("main svg:not([aria-hidden=true]):not([role=img][aria-label])")
                        .count())
                .as("pictures without words")
                .isZero();
        page.locator("text=In English").click();
        screenshot("follow-up-" + name + "-en", 1200);
        assertAccessible();
        assertFits320();
    }
}
