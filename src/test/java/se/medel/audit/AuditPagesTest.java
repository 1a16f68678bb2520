package se.medel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditPagesTest {

    private static final Pattern OLDER = Pattern.compile("href=\"(/audit\\?before=[^\"]+)\"");

    @Inject
    RoundFixture fixture;

    @Test
    void theAuditorReadsWhoDidWhatAndWhatChanged() {
        String round = fixture.openRound(Model2014.model());
        Visitor.loggedInAs("revisor")
                .get("/audit?subject=round/" + round)
                .statusCode(200)
                .body(
                        containsString("Registrerade nämndens beslut om modellen"),
                        containsString("sekreterare, "),
                        containsString("Nämndens beslutsdatum"),
                        containsString("Omgången öppnades"));
        Visitor.loggedInAs("revisor")
                .inEnglish()
                .get("/audit?subject=round/" + round)
                .body(containsString("Registered the committee’s decision on the model"));
    }

    @Test
    void theTrailIsReadPageByPageWithoutGapsOrRepetition() {
        String round = fixture.openRound(Model2014.model());
        for (int i = 0; i < 15; i++) {
            fixture.submitted(fixture.openRound(Model2014.model()), "bromma", ComponentKind.CO_FINANCING, 100_000 + i);
        }
        Visitor auditor = Visitor.loggedInAs("revisor");
        Set<String> pages = new LinkedHashSet<>();
        String next = "/audit";
        boolean found = false;
        while (next != null && pages.add(next)) {
            String page = auditor.get(next).statusCode(200).extract().asString();
            found |= page.contains("round/" + round + "<");
            Matcher older = OLDER.matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(found).isTrue();
        assertThat(next).isNull();
    }

    @Test
    void aStrangeSubjectFindsNothingAndIsShownAsTyped() {
        Visitor.loggedInAs("revisor")
                .get("/audit?subject=<b>me</b>&before=abc")
                .statusCode(200)
                .body(
                        containsString("&lt;b&gt;me&lt;/b&gt;"),
                        not(containsString("<b>me")),
                        containsString("Det finns inget att visa."));
    }
}
