package se.medel.costreport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static se.medel.costreport.ReportedRound.bytes;
import static se.medel.costreport.ReportedRound.ledger;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.application.ApplicationView;
import se.medel.costreport.CostReportView;
import se.medel.costreport.ReportedRound;
import se.medel.costreport.file.AnyPdf;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;
import se.medel.web.Browser;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerImportPagesTest extends Browser {

    private static final String DISTRICT = "skarpnack";

    @Inject
    ReportedRound round;

    private ApplicationView grant;
    private String reports;
    private String at;

    @BeforeEach
    void aReportHasOpened() {
        grant = round.granted(DISTRICT);
        CostReportView report = round.reported(grant);
        at = "/cost-reports/" + report.id();
        reports = "/api/cost-reports/" + report.id();
    }

    private static String path(ValidatableResponse answer) {
        String location = answer.statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/cost-reports/"));
    }

    @Test
    void costsAreTakenFromTheLedgerStepByStep() {
        Visitor district = Visitor.loggedInAs(DISTRICT);
        district.upload(at + "/ledger/upload", "bok.se", "<html>Logga in</html>".getBytes())
                .statusCode(422)
                .body(containsString("webbsida"));
        district.upload(at + "/ledger/upload", "bok.se", bytes(ledger().replace("Kurs", "Kurs 900101-2385")))
                .statusCode(422)
                .body(containsString("Rensa texterna"))
                .body(not(containsString("900101")));
        String file = path(district.upload(at + "/ledger/upload", "bok.se", bytes(ledger())));
        district.get(file)
                .body(containsString("212000-0142"))
                .body(containsString("Verifikation A 4"))
                .body(not(containsString("A17")))
                .body(not(containsString("Andersson")));
        district.post(file, "from", "2014-01-01", "to", "2015-12-31", "application", Long.toString(grant.id()))
                .statusCode(422)
                .body(containsString("Välj minst ett projekt"))
                .body(containsString("under 2014"));
        String made = path(district.post(
                file,
                "from",
                "2014-01-01",
                "to",
                "2014-12-31",
                "application",
                Long.toString(grant.id()),
                "objects",
                "6:SIG14"));
        district.get(made).body(containsString("9999 Okänt konto"));
        district.post(made, "division.1", "70 000,50", "division.2", "1")
                .statusCode(422)
                .body(containsString("Fördela hela beloppet"));
        district.post(made, "division.1", "70 000,50", "division.2", "0").statusCode(303);
        district.get(made).body(containsString("Skrevs i redovisningen"));
        district.post(made, "division.1", "70 000,50", "division.2", "0").statusCode(409);
        Visitor.loggedInAs("ekonom").get(made).statusCode(404);
        Visitor.loggedInAs("farsta").get(made).statusCode(404);
        Visitor.loggedInAs("farsta").get(file).statusCode(404);
        Visitor.loggedInAs("utvarderare").get(at + "/ledger").statusCode(403);
        Visitor.loggedInAs("handlaggare").get(at + "/ledger/upload").statusCode(403);
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        for (String page : List.of(at + "/ledger", file, made, at + "/files", at + "/files/1")) {
            secretary.get(page).statusCode(403);
        }
    }

    @Test
    void anAttachmentIsAPdfByWhatIsInItAndComesBackAsAFileToSave() {
        Visitor district = Visitor.loggedInAs(DISTRICT);
        district.upload(at + "/files/upload", "bilaga.pdf", "inte".getBytes())
                .statusCode(422)
                .body(containsString("ingen PDF"));
        district.upload(at + "/files/upload", "bilaga.pdf", "%PDF-1.7 trasig".getBytes())
                .statusCode(422);
        district.upload(at + "/files/upload", "900101-2385.pdf", AnyPdf.titled("Bilaga"))
                .statusCode(422);
        district.upload(at + "/files/upload", "intyg.pdf", AnyPdf.titled("Intyg " + TestNumbers.personal()))
                .statusCode(422)
                .body(
                        containsString("href=\"#file\""),
                        containsString("PDF-filen verkar innehålla ett personnummer"),
                        not(containsString(TestNumbers.personal())));
        byte[] pdf = AnyPdf.titled("Bilaga");
        district.upload(at + "/files/upload", "år 2014.pdf", pdf)
                .statusCode(303)
                .header("Location", endsWith(at + "/files"));
        district.upload(at + "/files/upload", "igen.pdf", pdf).statusCode(409);
        List<Integer> ids = new ApiUser(DISTRICT)
                .get(reports + "/files")
                .extract()
                .jsonPath()
                .getList("id");
        ValidatableResponse back = district.get(at + "/files/" + ids.get(0)).statusCode(200);
        assertThat(back.extract().header("Content-Disposition")).startsWith("attachment");
        assertThat(back.extract().header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(back.extract().asByteArray()).isEqualTo(pdf);
        Visitor.loggedInAs("farsta").get(at + "/files/" + ids.get(0)).statusCode(404);
        Visitor.loggedInAs("utvarderare").get(at + "/files").statusCode(403);
    }

    @Test
    void aProgramDoesTheSame() {
        ApiUser district = new ApiUser(DISTRICT);
        String upload = reports + "/ledger/upload";
        int file = district.asks()
                .contentType("application/octet-stream")
                .header("Idempotency-Key", "bok-" + grant.id())
                .body(bytes(ledger()))
                .post(upload + "?name=bok.se")
                .then()
                .statusCode(201)
                .extract()
                .path("file.id");
        new ApiUser("farsta").get(reports + "/files").statusCode(404);
        new ApiUser("utvarderare").get(reports + "/files").statusCode(403);
        String choice = "{\"application\":%d,\"from\":\"2014-01-01\",\"to\":\"2014-12-31\",\"objects\":[%s]}";
        district.post(reports + "/ledger/" + file + "/imports", choice.formatted(grant.id(), "null"))
                .statusCode(422);
        int made = district.post(
                        reports + "/ledger/" + file + "/imports",
                        choice.formatted(grant.id(), "{\"dimension\":6,\"code\":\"SIG14\"}"))
                .statusCode(201)
                .extract()
                .path("id");
        district.post(reports + "/imports/" + made + "/confirmation", "{\"division\":[]}")
                .statusCode(422);
        district.post(
                        reports + "/imports/" + made + "/confirmation",
                        "{\"division\":[{\"line\":1,\"amount\":70000.50},{\"line\":2,\"amount\":0}]}")
                .statusCode(200);
        district.get(reports + "/imports").statusCode(200).body(containsString("70000.5"));
        new ApiUser("ekonom").get("/api/account-chart").statusCode(200);
        district.put("/api/account-chart", "*", "{\"lines\":[]}").statusCode(403);
        ApiUser.CONTROLLER.put("/api/account-chart", "*", "{\"lines\":[]}").statusCode(422);
    }

    @Test
    void theControllerSaysWhichProjectsAreWhose() {
        String settings = "/rounds/" + grant.roundId() + "/ledger-settings";
        Visitor controller = Visitor.loggedInAs("ekonom");
        controller
                .post(settings + "/farsta", "organisationNumber", "", "objects", "6:ANNAT, fel")
                .statusCode(422);
        controller
                .post(settings + "/farsta", "organisationNumber", "", "objects", "6:ANNAT")
                .statusCode(303);
        controller.get(settings).body(containsString("6:ANNAT"));
        Visitor.loggedInAs(DISTRICT).get(settings).statusCode(403);
        Visitor.loggedInAs(DISTRICT).get("/account-chart").statusCode(200);
        Visitor.loggedInAs(DISTRICT).get("/account-chart/edit").statusCode(403);
        controller
                .post("/account-chart/edit", "lines[0].prefix", "x", "lines[0].category", "STAFF", "do", "save")
                .statusCode(422)
                .body(containsString("siffror"));
    }

    @Test
    void aListOfCostsIsReadAsAWholeOrNotAtAll() {
        Visitor district = Visitor.loggedInAs(DISTRICT);
        String upload = at + "/costs-file/upload";
        district.get(at + "/costs-file/template.csv").statusCode(200).body(containsString("Handledning"));
        district.get(at + "/costs-file/template.xlsx").statusCode(200);
        district.upload(upload, "k.csv", "Rad;Belopp;Text\n9;5\n1;x\n;7;900101-2385\n".getBytes())
                .statusCode(422)
                .body(containsString("Rad 2, Rad"))
                .body(containsString("Rad 3, Belopp"))
                .body(containsString("Rad 4, Kostnadsslag"))
                .body(not(containsString("900101")));
        district.upload(upload, "k.csv", "Rad;Kostnadsslag;Text;Belopp\n1;;;50 000,50\n;Resor;Buss;-7\n".getBytes())
                .statusCode(303);
        Visitor.loggedInAs("farsta").get(upload).statusCode(404);
        Visitor.loggedInAs("handlaggare").get(upload).statusCode(403);
    }

    private void look(String name) {
        assertAccessible();
        assertFits320();
        screenshot(name, 1200);
        screenshot(name, 320);
    }

    @Test
    void theImportCanBeUsedByEveryone() {
        logIn(DISTRICT);
        open(at + "/ledger/upload");
        look("ledger-upload");
        page.locator("#file").setInputFiles(new FilePayload("bok.se", "text/plain", bytes(ledger())));
        page.locator("main button[type=submit]").click();
        look("ledger-file");
        page.locator("#objects").check();
        page.locator("main button[type=submit]").click();
        look("ledger-import");
        page.locator("main button[type=submit]").click();
        look("ledger-overview");
        page.locator("tbody a").first().click();
        look("ledger-import-confirmed");
        open(at + "/files");
        look("report-files");
        open(at + "/files/upload");
        look("report-file-upload");
        open(at + "/costs-file/upload");
        look("costs-file");
        open("/account-chart");
        look("account-chart");
        open("/plan-changes/new/" + grant.id());
        look("plan-change-form");
        logIn("ekonom");
        open("/account-chart/edit");
        look("account-chart-edit");
        open("/rounds/" + grant.roundId() + "/ledger-settings/farsta");
        look("ledger-setting");
    }
}
