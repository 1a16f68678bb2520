package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.database.TestDatabase;
import se.medel.document.VeraPdf;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;

/** The committee report by its API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommitteeReportResourceTest {

    @Inject
    RoundService rounds;

    private String proposable() {
        return rounds.create(OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
    }

    @Test
    void aProgramWritesFixesAndReadsAReport() {
        String at = "/api/rounds/" + proposable() + "/committee-report";
        ApiUser officer = ApiUser.OFFICER;
        officer.post(at).statusCode(201).body("draft", equalTo(true)).body("figures.M5", notNullValue());
        officer.post(at).statusCode(409);
        for (Chapter chapter : Outline.ofTheHouse().chapters()) {
            if (chapter.isWritten()) {
                officer.put(at + "/chapters/" + chapter.wireName(), null, Map.of("text", "Text om {M5} och 12 mkr."))
                        .statusCode(200);
            }
        }
        officer.put(at + "/chapters/signatures", null, Map.of("text", "x")).statusCode(404);
        officer.put(at + "/chapters/summary", null, Map.of()).statusCode(422);
        officer.put(at + "/chapters/summary", "\"0\"", Map.of("text", "x")).statusCode(412);
        officer.post(at + "/fixing").statusCode(422).body("errors.pointer", hasItem("/summary"));
        officer.put(at + "/aside", null, Map.of("figures", List.of("12 mkr"))).statusCode(200);
        officer.put(at + "/outline", null, Map.of("chapters", List.of(Map.of("chapter", "summary", "on", true))))
                .statusCode(422);
        officer.post(at + "/fixing")
                .statusCode(200)
                .body("draft", equalTo(false))
                .body("modelVersion", equalTo(1));
        byte[] pdf = new ApiUser("bromma")
                .get(at + "/1/document")
                .statusCode(200)
                .contentType(containsString("application/pdf"))
                .extract()
                .asByteArray();
        VeraPdf.assertArchivable(pdf);
        assertThat(officer.get(at + "/1/document").extract().asByteArray()).isEqualTo(pdf);
        officer.get(at + "/2/document").statusCode(404);
    }

    @Test
    void onlyOfficersWriteAndADraftIsTheAdministrationsOwn() {
        String at = "/api/rounds/" + proposable() + "/committee-report";
        ApiUser.DIRECTOR.post(at).statusCode(403);
        ApiUser.OFFICER.post(at).statusCode(201);
        ApiUser.AUDITOR.get(at).statusCode(200);
        new ApiUser("bromma").get(at).statusCode(404);
        ApiUser.EVALUATOR.get(at).statusCode(403);
        ApiUser.SECRETARY
                .put(at + "/chapters/summary", null, Map.of("text", "x"))
                .statusCode(403);
        ApiUser.OFFICER.get(at + "/1/document").statusCode(404);
    }
}
