package se.medel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static se.medel.api.ApiUser.AUDITOR;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.api.ApiUser;
import se.medel.api.OpenRound;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditResourceTest {

    @Test
    void everyStepStandsInTheTrailWithWhatItWasBeforeAndAfter() {
        OpenRound round = OpenRound.copied();
        long id = round.decided("bromma", 100_000);
        AUDITOR.get("/api/audit?subject=application/" + id)
                .statusCode(200)
                .body(
                        "lines.action",
                        contains(
                                "APPLICATION_PREPARED",
                                "APPLICATION_SUBMITTED",
                                "APPLICATION_SAVED",
                                "APPLICATION_STARTED"))
                .body("lines[2].before.plan", hasSize(0))
                .body("lines[2].after.amount", equalTo(100_000.0f))
                .body("lines[3].before", nullValue())
                .body("lines.district", everyItem(equalTo("bromma")))
                .body("next", nullValue());
        AUDITOR.get("/api/audit?limit=5").body("lines.action", hasItem("DECIDED"));
    }

    @Test
    void theTrailIsReadPageByPage() {
        JsonPath first = AUDITOR.get("/api/audit?limit=3")
                .body("lines", hasSize(3))
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        List<Integer> older = AUDITOR.get("/api/audit?limit=3&before=" + first.getLong("next"))
                .extract()
                .jsonPath()
                .getList("lines.id");
        assertThat(older).hasSize(3).allMatch(id -> id < first.getLong("lines[2].id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "before=x", "before=-1", "before=99999999999999999999"})
    void aPageThatCannotBeIsRefused(String query) {
        AUDITOR.get("/api/audit?" + query).statusCode(422).body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"handlaggare", "chef", "ekonom", "sekreterare", "utvarderare", "admin", "bromma", "bromma-chef"})
    void onlyTheAuditorReadsIt(String username) {
        new ApiUser(username).get("/api/audit").statusCode(403);
    }
}
