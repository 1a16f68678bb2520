package se.medel.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static se.medel.application.ClaimFiles.PERSONAL_NUMBER;
import static se.medel.application.ClaimFiles.csv;
import static se.medel.application.ClaimFiles.right;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.database.TestDatabase;
import se.medel.participant.GroupView;
import se.medel.participant.ParticipantFixture;
import se.medel.web.Visitor;

/** From a spreadsheet of clients to a receipt, page by page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClaimJourneyTest {

    @Inject
    ParticipantFixture participants;

    @Inject
    EntityManager database;

    private static String started(Visitor district) {
        String location = district.postFrom(
                        "/applications", "/rounds/sig-2014/applications", "component", "client-compensation")
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/applications/"));
    }

    private static void uploaded(Visitor district, String claim, byte[] file) {
        district.upload(claim + "/clients/upload", "klienter.csv", file)
                .statusCode(303)
                .header("Location", endsWith(claim + "/clients/uploaded"));
    }

    @Test
    void aDistrictUploadsAListPutsItRightTakesItInAndSubmits() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        district.get("/applications").body(containsString("Klientersättning"));
        String claim = started(district);
        district.get(claim).statusCode(200).body(containsString("Ansökan har inga klienter än"));
        district.get(claim + "/check").statusCode(200).body(containsString("Lägg till minst en"));

        uploaded(
                district,
                claim,
                csv(
                        right("QJ-1"),
                        "QJ-2;1970;2014-03-17;;ja;Enhetschef",
                        "QJ-3;1992;2013-03-17;;ja;Enhetschef",
                        right("qj - 001"),
                        right(PERSONAL_NUMBER),
                        "QJ-4;1992;2014-03-17;i fjol;nej;"));
        String rows = district.get(claim + "/clients/uploaded")
                .statusCode(200)
                .body(
                        containsString("Ta in den rätta raden i ansökan"),
                        containsString("Klienten ska fylla 19–29 år under året"),
                        containsString("Klienten ska vara inskriven under 2014"),
                        containsString("Samma klient står redan på rad 2"),
                        containsString("Dold, kan vara ett personnummer"),
                        containsString("Skriv dagen som år-månad-dag, till exempel 2013-11-04"),
                        containsString("Ange vem som intygar"),
                        not(containsString("900101")))
                .extract()
                .asString();
        assertThat(rows.indexOf("QJ-2")).as("wrong rows first").isLessThan(rows.indexOf(">QJ-1<"));
        assertThat(texts()).noneMatch(text -> text.contains("900101"));
        district.get(claim).body(containsString("Ansökan har inga klienter än"), containsString("Filen har 6 rader"));

        district.get(claim + "/clients/uploaded/3")
                .statusCode(200)
                .body(containsString("value=\"QJ-2\""), containsString("value=\"1970\""), containsString("19–29"));
        correct(district, claim, 3, "QJ-2", "1971").statusCode(422).body(containsString("value=\"1971\""));
        correct(district, claim, 3, "QJ-2", "1991").statusCode(303).header("Location", endsWith("/clients/uploaded/4"));
        correct(district, claim, 4, PERSONAL_NUMBER, "1991").statusCode(422);
        correct(district, claim, 4, "QJ-3", "1991").statusCode(303).header("Location", endsWith("/clients/uploaded/5"));
        assertThat(texts()).noneMatch(text -> text.contains("900101"));

        district.post(claim + "/clients/uploaded", "do", "take")
                .statusCode(303)
                .header("Location", endsWith(claim + "/clients/uploaded"));
        district.get(claim + "/clients/uploaded")
                .body(containsString("3 klienter från filen är nu med"), not(containsString(">QJ-3<")));
        district.post(claim + "/clients/uploaded", "do", "take").statusCode(303);
        district.get(claim + "/clients/uploaded").body(containsString("Ingen rad är rätt just nu"));
        district.postFrom(claim + "/clients/uploaded/7", claim + "/clients/uploaded/7", "do", "drop")
                .statusCode(303);
        district.get(claim)
                .body(
                        containsString("3 × 15\u00a0000\u00a0kr = 45\u00a0000\u00a0kr"),
                        containsString("Det reglerna lämnar just nu"),
                        containsString("Filen har 2 rader"),
                        containsString("Kan skickas in"));

        district.get(claim + "/check").statusCode(200).body(containsString("45\u00a0000\u00a0kr"));
        district.post(claim + "/check").statusCode(303).header("Location", endsWith(claim + "/receipt"));
        district.get(claim + "/receipt").statusCode(200).body(containsString("45\u00a0000\u00a0kr"));
        district.get(claim)
                .body(
                        containsString(">QJ-3<"),
                        not(containsString("Ta bort")),
                        containsString("Starta en ny ansökan om klientersättning, så följer det med"));

        // The wrong rows come along to the next claim, where they are put right.
        String next = started(district);
        district.get(next).body(containsString("Filen har 2 rader"));
        district.get(next + "/clients/uploaded").body(containsString("redan sökt eller beviljad"));
        district.post(next + "/clients/uploaded", "do", "discard").statusCode(303);
        district.get(next).body(not(containsString("Filen har")));
        district.post(next + "/withdraw", "reason", "Inga fler klienter").statusCode(303);
        district.get(next).statusCode(200).body(containsString("Inga fler klienter"));

        Visitor director = Visitor.loggedInAs("skarpnack-chef");
        director.get(claim).body(containsString("Underteckna ansökan"));
        director.postFrom(claim, claim + "/sign").statusCode(303);
        director.get(claim).body(containsString("Av skarpnack-chef"));
        director.postFrom(claim, claim + "/sign").statusCode(409).body(containsString(">QJ-3<"));
    }

    @Test
    void whatWasTypedIsShownAgainWhenTheClaimHasGoneOn() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        uploaded(district, claim, csv(right("QN-1")));
        district.postFrom("/", claim + "/clients/uploaded/99", "do", "save", "code", "QN-99", "birthYear", "1991")
                .statusCode(409)
                .body(containsString("QN-99"), containsString("1991"));
        district.post(claim + "/clients/uploaded", "do", "take").statusCode(303);
        district.post(claim + "/check").statusCode(303);
        district.postFrom(
                        "/",
                        claim + "/clients/new",
                        "code",
                        "QN-2",
                        "birthYear",
                        "1992",
                        "admittedOn",
                        "2014-03-18",
                        "attested",
                        "yes",
                        "attestedBy",
                        "Rektor")
                .statusCode(409)
                .body(
                        containsString("QN-2"),
                        containsString("1992"),
                        containsString("2014-03-18"),
                        containsString("Rektor"));
        district.postFrom(
                        "/",
                        claim + "/clients/pick",
                        "code",
                        "QN-3",
                        "code",
                        "QN-4",
                        "pick[1]",
                        "yes",
                        "contact[1]",
                        "2012-01-31",
                        "attestedBy",
                        "Rektor")
                .statusCode(409)
                .body(containsString("QN-4"), containsString("2012-01-31"), not(containsString("QN-3")));
        district.postFrom("/", claim + "/clients/uploaded", "do", "take").statusCode(409);
        district.get(claim).body(not(containsString("QN-2")), not(containsString("QN-4")));
    }

    @Test
    void rowsThatWaitBesideASubmittedClaimArePutRightAndTakenIntoTheNextOne() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        String next = started(district);
        uploaded(
                district,
                claim,
                csv(right("QO-1"), "QO-2;1970;2014-03-17;;ja;Enhetschef", "QO-3;1970;2014-03-17;;ja;Enhetschef"));
        district.post(claim + "/clients/uploaded", "do", "take").statusCode(303);
        district.post(claim + "/check").statusCode(303);
        district.get(claim).body(containsString("Filen har 2 rader"), containsString(claim + "/clients/uploaded"));
        district.get(claim + "/clients/uploaded")
                .statusCode(200)
                .body(
                        containsString("läggs i ert utkast till en ny ansökan"),
                        containsString("QO-2"),
                        not(containsString("Ladda upp en annan fil")));
        correct(district, claim, 3, "QO-2", "1971").statusCode(422).body(containsString("value=\"1971\""));
        correct(district, claim, 3, "QO-2", "1991").statusCode(303).header("Location", endsWith("/clients/uploaded/4"));
        district.post(claim + "/clients/uploaded", "do", "take")
                .statusCode(303)
                .header("Location", endsWith(claim + "/clients/uploaded"));
        district.get(next).body(containsString("QO-2"), not(containsString("QO-3")));
        district.get(claim).body(containsString("Filen har en rad"), not(containsString("QO-2")));
        district.post(claim + "/clients/uploaded", "do", "discard").statusCode(303);
        district.get(claim).body(not(containsString("Filen har")));
        district.get(claim + "/clients/uploaded").statusCode(303).header("Location", endsWith(claim));
    }

    private static io.restassured.response.ValidatableResponse correct(
            Visitor district, String claim, int row, String code, String birthYear) {
        return district.post(
                claim + "/clients/uploaded/" + row,
                "do",
                "save",
                "code",
                code,
                "birthYear",
                birthYear,
                "admittedOn",
                "2014-04-01",
                "attested",
                "yes",
                "attestedBy",
                "Enhetschef");
    }

    /** Everything that the database keeps of files, claims and the trail, as text. */
    @SuppressWarnings("unchecked")
    private List<String> texts() {
        return (List<String>) database.createNativeQuery(
                        "select cast(r as text) from claim_upload_row r union all select cast(c as text) from claim_row c"
                                + " union all select cast(e as text) from audit_event e",
                        String.class)
                .getResultList();
    }

    @Test
    void participantsArePickedFromTheRegisterWithOneAttestation() {
        GroupView group = participants.group("kungsholmen");
        LocalDate day = LocalDate.of(2014, 3, 1);
        participants.admitted(group, 1, 1990, day);
        participants.admitted(group, 2, 1990, day.plusDays(1));
        participants.admitted(group, 3, 1990, LocalDate.of(2013, 3, 1));
        participants.waiting(group, 4, 1990, day);
        String one = ParticipantFixture.code(group, 1);
        String two = ParticipantFixture.code(group, 2);
        Visitor district = Visitor.loggedInAs("kungsholmen");
        String claim = started(district);
        String pick = claim + "/clients/pick";
        district.get(pick)
                .statusCode(200)
                .body(
                        containsString(one),
                        containsString(two),
                        not(containsString(ParticipantFixture.code(group, 3))),
                        not(containsString(ParticipantFixture.code(group, 4))));
        district.post(pick, "code", one, "code", two, "attestedBy", "x")
                .statusCode(422)
                .body(containsString("Kryssa minst en"));
        district.post(pick, "code", one, "code", two, "pick[1]", "yes", "contact[1]", "i fjol", "attestedBy", "x")
                .statusCode(422)
                .body(containsString("id=\"contact[1]-error\""), containsString("value=\"i fjol\""));
        district.post(pick, "code", one, "code", two, "pick[1]", "yes", "attestedBy", "Enhetschef")
                .statusCode(422)
                .body(containsString("id=\"attested-error\""));
        district.post(
                        pick,
                        "code",
                        one,
                        "code",
                        two,
                        "pick[1]",
                        "yes",
                        "contact[1]",
                        "2012-01-31",
                        "attested",
                        "yes",
                        "attestedBy",
                        "Enhetschef")
                .statusCode(303);
        district.get(claim).body(containsString(two), not(containsString(one)), containsString("2012-01-31"));
        district.get(pick).body(containsString(one), not(containsString(">" + two + "<")));
        district.post(pick, "code", two, "pick[0]", "yes", "attested", "yes", "attestedBy", "x")
                .statusCode(409)
                .body(containsString("inte längre möjlig att välja"));

        // By hand the register is asked too.
        district.post(
                        claim + "/clients/new",
                        "code",
                        one,
                        "birthYear",
                        "1991",
                        "admittedOn",
                        "2014-03-02",
                        "attested",
                        "yes",
                        "attestedBy",
                        "x")
                .statusCode(422)
                .body(
                        containsString("Registret har ett annat födelseår"),
                        containsString("Registret har ingen inskrivning den dagen"));
        district.post(
                        claim + "/clients/new",
                        "do",
                        "more",
                        "code",
                        one,
                        "birthYear",
                        "1990",
                        "admittedOn",
                        "2014-03-01",
                        "attested",
                        "yes",
                        "attestedBy",
                        "x")
                .statusCode(303)
                .header("Location", endsWith("/clients/new"));
        long row = ((Number) database.createNativeQuery("select id from claim_row where code = ?1", Long.class)
                        .setParameter(1, one)
                        .getSingleResult())
                .longValue();
        district.postFrom(claim, claim + "/clients/remove", "row", Long.toString(row))
                .statusCode(303);
        district.get(claim).body(containsString(two), not(containsString(one)));
    }

    @Test
    void whatHasComeUpSinceStandsAtItsRow() {
        Visitor first = Visitor.loggedInAs("skarpnack");
        Visitor second = Visitor.loggedInAs("bromma");
        String lost = started(first);
        String won = started(second);
        for (Visitor district : List.of(first, second)) {
            String claim = district == first ? lost : won;
            uploaded(district, claim, csv(right("QK-1"), right(district == first ? "QK-2" : "QK-3")));
            district.post(claim + "/clients/uploaded", "do", "take").statusCode(303);
        }
        second.post(won + "/check").statusCode(303);
        first.get(lost)
                .body(
                        containsString("En klient kan inte sökas som det är nu"),
                        containsString("Ersättning är redan sökt eller beviljad"));
        first.get(lost + "/check").body(containsString("Rad 1, kod: Ersättning är redan sökt"));
        first.post(lost + "/check").statusCode(422);
        first.get(lost).body(not(containsString("Kvittonummer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE"})
    void filesOfAllSpreadsheetsAreRead(String encoding) {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        String text = new String(
                csv(right("ÅÄ-1"), "", "ÅÄ-2;1992;2014-03-17;;ja;\"Chef,\nÖsterbo\""), StandardCharsets.UTF_8);
        String marked = encoding.startsWith("UTF-16") ? "\uFEFF" + text : text;
        for (String separator : List.of(";", "\t")) {
            uploaded(district, claim, marked.replace(";", separator).getBytes(Charset.forName(encoding)));
            district.get(claim + "/clients/uploaded")
                    .body(
                            containsString("Ta in de 2 rätta raderna"),
                            containsString("ÅÄ-1"),
                            containsString("Österbo"));
        }
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndChangesNothing() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        String upload = claim + "/clients/upload";
        uploaded(district, claim, csv(right("QL-1")));
        byte[] many = csv(
                IntStream.rangeClosed(1, 10_001).mapToObj(i -> right("QL-" + i)).toArray(String[]::new));
        refused(district, upload, "tom.csv", new byte[0], "Filen har inga rader");
        refused(district, upload, "brev.pdf", "%PDF-1.7 hej".getBytes(StandardCharsets.UTF_8), "varken en CSV-fil");
        refused(district, upload, "lista.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "skadad");
        refused(district, upload, "lista.csv", "Namn;Adress\r\na;b\r\n".getBytes(StandardCharsets.UTF_8), "rubrik");
        refused(
                district,
                upload,
                "lista.csv",
                "Kod;Födelseår\r\na;b\r\n".getBytes(StandardCharsets.UTF_8),
                "Kolumnen Inskriven saknas");
        refused(district, upload, "lista " + PERSONAL_NUMBER + ".csv", csv(right("QL-2")), "Filens namn");
        refused(district, upload, "lista.csv", many, "för många rader");
        refused(district, upload, "", new byte[0], "Välj en fil först");
        district.get(claim + "/clients/uploaded").body(containsString("QL-1"), containsString("Ta in den rätta raden"));
    }

    private static void refused(Visitor district, String upload, String name, byte[] file, String why) {
        district.upload(upload, name, file)
                .statusCode(422)
                .body(containsString(why), containsString("id=\"file-error\""), not(containsString("900101")));
    }

    @Test
    void aFileThatIsMuchTooLargeGetsAPageThatSaysSo() {
        String claim = started(Visitor.loggedInAs("skarpnack"));
        given().contentType("multipart/form-data; boundary=x")
                .body(new byte[40_000_000])
                .post(claim + "/clients/upload")
                .then()
                .statusCode(413)
                .body(containsString("högst 20 MB när en fil laddas upp"));
    }

    @Test
    void aLongFileIsPagedWithTheWrongRowsFirstAndTakenInAtOnce() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        String[] rows =
                IntStream.rangeClosed(1, 1_000).mapToObj(i -> right("QM-" + i)).toArray(String[]::new);
        rows[999] = "QM-1000;1970;2014-03-17;;ja;Enhetschef";
        uploaded(district, claim, csv(rows));
        district.get(claim + "/clients/uploaded")
                .body(
                        containsString(">QM-1000<"),
                        containsString("Sida 1 av 10"),
                        containsString("Ta in de 999 rätta"));
        district.get(claim + "/clients/uploaded?page=10").body(containsString(">QM-999<"));
        district.post(claim + "/clients/uploaded", "do", "take").statusCode(303);
        district.get(claim + "?page=10").statusCode(200).body(containsString(">QM-999<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlaggare", "chef", "ekonom", "sekreterare", "revisor", "utvarderare", "admin"})
    void onlyADistrictFillsAClaim(String username) {
        String claim = started(Visitor.loggedInAs("skarpnack"));
        Visitor visitor = Visitor.loggedInAs(username);
        for (String page : List.of("/pick", "/new", "/upload", "/uploaded", "/uploaded/2", "/remove")) {
            visitor.get(claim + "/clients" + page).statusCode(403);
        }
        for (String page : List.of("/pick", "/new", "/uploaded", "/uploaded/2", "/remove")) {
            visitor.postFrom("/", claim + "/clients" + page).statusCode(403);
        }
    }

    @Test
    void anotherDistrictsClaimIsNotFoundAndTheTrailKeepsTheAttempt() {
        String claim = started(Visitor.loggedInAs("skarpnack"));
        Visitor visitor = Visitor.loggedInAs("bromma");
        for (String page : List.of("", "/clients/pick", "/clients/new", "/clients/upload", "/clients/uploaded")) {
            visitor.get(claim + page).statusCode(404);
        }
        for (String page : List.of("/pick", "/new", "/uploaded", "/uploaded/2", "/remove")) {
            visitor.postFrom("/", claim + "/clients" + page, "row", "1", "do", "take")
                    .statusCode(404);
        }
        assertThat(texts())
                .anyMatch(text -> text.contains(claim.substring(1).replace("applications", "application"))
                        && text.contains("bromma"));
    }

    @Test
    void aClaimHasNoSectionsAndAnotherApplicationHasNoClients() {
        Visitor district = Visitor.loggedInAs("skarpnack");
        String claim = started(district);
        district.get(claim + "/plan").statusCode(303).header("Location", endsWith(claim));
        district.get(claim + "/clients").statusCode(303).header("Location", endsWith(claim));
        String other = ApplicationFixture.started(Visitor.loggedInAs("skarpnack"));
        Visitor.loggedInAs("skarpnack")
                .get(other + "/clients/upload")
                .statusCode(303)
                .header("Location", endsWith(other));
    }
}
