package se.medel.decision;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.user.Actor;
import se.medel.user.Role;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionDocumentTest {

    @Inject
    DecisionService decisions;

    @Inject
    DocumentService documents;

    @Test
    void aDecisionIsArchivable() throws Exception {
        for (DecisionView decision : decisions.ofRound(new Actor("revisor", Role.AUDITOR, null), "sig-2014")) {
            byte[] pdf = documents.of(decision.id()).pdf();
            Files.createDirectories(Path.of("target/documents"));
            Files.write(Path.of("target/documents/" + decision.number() + ".pdf"), pdf);
            System.out.println(PdfText.of(pdf));
            VeraPdf.assertArchivable(pdf);
        }
    }

    @Test
    void get() throws Exception {
        long id = decisions.ofRound(new Actor("revisor", Role.AUDITOR, null), "sig-2014").get(0).id();
        given().auth().preemptive().basic("chef", "demo").get("/api/decisions/" + id + "/document").then().log().headers().statusCode(200);
        given().auth().preemptive().basic("chef", "demo").get("/api/decisions/" + id + "/document/metadata").then().log().all().statusCode(200);
        given().auth().preemptive().basic("bromma", "demo").get("/api/decisions/" + id + "/document/metadata").then().log().all().statusCode(404);
        given().auth().preemptive().basic("utvarderare", "demo").get("/api/decisions/" + id + "/document").then().log().all().statusCode(403);
    }
}
