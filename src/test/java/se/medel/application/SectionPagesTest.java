package se.medel.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.database.TestDatabase;
import se.medel.privacy.TestNumbers;
import se.medel.web.Visitor;

/** Nothing typed is lost, whatever is typed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SectionPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script> {inject:me.username} {#if true}x{/if} \" ' & åäö";
    private static final String SHOWN =
            "&lt;script&gt;alert(1)&lt;/script&gt; {inject:me.username} {#if true}x{/if} &quot; &#39; &amp; åäö";

    private Visitor district;
    private String application;

    @BeforeEach
    void start() {
        district = Visitor.loggedInAs("kungsholmen");
        application = ApplicationFixture.started(district);
    }

    /** A district applies once under a component; the next test starts anew. */
    @AfterEach
    void withdraw() {
        district.post(application + "/withdraw", "reason", "Provet är slut.").statusCode(303);
    }

    private ValidatableResponse go(String section, String... fields) {
        return ApplicationFixture.section(district, application, section, fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc                 | Skriv beloppet med siffror",
                "-5                  | Beloppet kan inte vara mindre än noll",
                "−5                  | Beloppet kan inte vara mindre än noll",
                "1e9                 | Skriv beloppet med siffror",
                "1234567890123456    | Beloppet är för stort",
                "99,50               | Skriv beloppet i hela kronor",
                "200.000             | Skriv beloppet med siffror",
                "0                   | Beloppet ska vara större än noll",
                "200 001             | Ni kan söka högst 200 000 kr enligt M2"
            })
    void anAmountThatCannotBeAskedForIsToldAtItsFieldAndKeptInTheDraft(String typed, String said) {
        String kept = "value=\"" + typed + "\"";
        go("money", "totalCost", "300 000", "amount", typed, "ownPart", "100 000")
                .statusCode(422)
                .body(
                        containsString("<title>Fel:"),
                        containsString("href=\"#amount\""),
                        containsString("id=\"amount-error\""),
                        containsString(said.replace("200 000 kr", "200\u00a0000\u00a0kr")),
                        containsString(kept));
        String page =
                district.get(application + "/money").statusCode(200).extract().asString();
        assertThat(page.replace('\u00a0', ' ')).contains(kept, "value=\"300 000\"", "value=\"100 000\"");
    }

    @Test
    void aDraftIsSavedHoweverLittleItSays() {
        district.post(application + "/money", "totalCost", "abc", "amount", "", "ownPart", "", "do", "draft")
                .statusCode(303)
                .header("Location", endsWith(application));
        district.get(application).body(containsString("Utkastet är sparat."), containsString("Saknas 3 uppgifter"));
        district.get(application + "/money")
                .body(containsString("value=\"abc\""), containsString("id=\"totalCost-error\""));
        district.get(application + "/check").body(containsString("abc (går inte att läsa som ett tal)"));
        district.post(application + "/check")
                .statusCode(422)
                .body(containsString("Det här behöver ni fylla i eller rätta först"));
    }

    @Test
    void aPlanThatDoesNotAddUpIsToldWithItsSum() {
        go("plan", "plan[0].category", "STAFF", "plan[0].text", "Lots", "plan[0].amount", "120 000,50")
                .statusCode(303);
        go("money", "totalCost", "150 000", "amount", "100 000", "ownPart", "50 000")
                .statusCode(422)
                .body(containsString("Planens rader blir tillsammans 120\u00a0000,50\u00a0kr"));
    }

    @Test
    void linesAreAddedAndRemovedWithoutLosingWhatIsTyped() {
        district.post(
                        application + "/plan",
                        "plan[0].category",
                        "STAFF",
                        "plan[0].text",
                        "Lots",
                        "plan[0].amount",
                        "etthundra",
                        "do",
                        "add")
                .statusCode(303)
                .header("Location", endsWith("/plan?rows=2#row-2"));
        district.get(application + "/plan?rows=2")
                .body(
                        containsString("value=\"etthundra\""),
                        containsString("id=\"row-2\""),
                        containsString("name=\"plan[1].amount\""));
        district.post(
                        application + "/plan",
                        "plan[0].category",
                        "STAFF",
                        "plan[0].text",
                        "Lots",
                        "plan[0].amount",
                        "etthundra",
                        "plan[1].category",
                        "TRAVEL",
                        "plan[1].text",
                        "Resor",
                        "plan[1].amount",
                        "5 000",
                        "do",
                        "remove-1")
                .statusCode(303);
        district.get(application + "/plan")
                .body(
                        containsString("Resor"),
                        containsString("value=\"TRAVEL\" selected"),
                        not(containsString("etthundra")),
                        not(containsString("name=\"plan[1].amount\"")));
    }

    @Test
    void linesThatAreQuiteEmptyAreNoLines() {
        go(
                        "plan",
                        "plan[0].category",
                        "",
                        "plan[0].text",
                        " ",
                        "plan[0].amount",
                        "",
                        "plan[1].category",
                        "STAFF",
                        "plan[1].text",
                        "Lots",
                        "plan[1].amount",
                        "10 000")
                .statusCode(303);
        go("plan", "plan[0].category", "", "plan[0].text", "", "plan[0].amount", "")
                .statusCode(422)
                .body(containsString("href=\"#plan\""), containsString("id=\"plan\""));
    }

    @ParameterizedTest
    @CsvSource({
        "method, mapping",
        "method, coordination",
        "method, cooperation",
        "own-financing, ownFinancing",
        "own-financing, budgetLine",
        "own-financing, ownFinancingAmount",
        "plan, plan[0].text",
        "plan, plan[0].amount",
        "clients, newClients",
        "other-funding, otherFunding[0].source"
    })
    void aPersonalNumberIsRefusedAtItsFieldAndNeverStored(String section, String field) {
        String typed = "Deltagaren " + TestNumbers.personal() + " går vidare";
        for (String button : List.of("continue", "draft", "add")) {
            district.post(application + "/" + section, field, typed, "otherFundingStated", "yes", "do", button)
                    .statusCode(422)
                    .body(
                            containsString("href=\"#" + field + "\""),
                            containsString("personnummer"),
                            containsString(typed));
        }
        district.get(application + "/" + section).body(not(containsString(TestNumbers.personal())));
        district.get(application + "/check").body(not(containsString(TestNumbers.personal())));
    }

    @Test
    void whatStoodBeforeStaysWhereAPersonalNumberIsRefused() {
        go("own-financing", "ownFinancing", "Ordinarie budget.").statusCode(303);
        go("own-financing", "ownFinancing", "Se " + TestNumbers.personal(), "budgetLine", "Vuxna")
                .statusCode(422);
        district.get(application + "/own-financing")
                .body(containsString("Ordinarie budget."), containsString("value=\"Vuxna\""));
    }

    @Test
    void markupAndTemplateSyntaxAreShownAsTheyWereTyped() {
        go("plan", "plan[0].category", "STAFF", "plan[0].text", HOSTILE, "plan[0].amount", "150 000");
        go("own-financing", "ownFinancing", HOSTILE, "budgetLine", HOSTILE, "ownFinancingAmount", HOSTILE);
        go("method", "mapping", HOSTILE, "coordination", HOSTILE, "cooperation", HOSTILE);
        go(
                "other-funding",
                "otherFundingStated",
                "yes",
                "otherFunding[0].source",
                HOSTILE,
                "otherFunding[0].amount",
                HOSTILE);
        for (String page : List.of("plan", "own-financing", "method", "other-funding", "check")) {
            district.get(application + "/" + page)
                    .statusCode(200)
                    .body(allOf(containsString(SHOWN), not(containsString("<script"))));
        }
        district.post(application + "/withdraw", "reason", "").statusCode(422);
    }

    @Test
    void whoSavesFromAnOldPageIsToldAndKeepsWhatWasTyped() {
        List<String> old = new ArrayList<>(district.hidden(application + "/clients"));
        go("clients", "estimatedClients", "9", "newClients", "1").statusCode(303);
        old.addAll(List.of("estimatedClients", "12", "newClients", "3", "do", "draft"));
        district.send(application + "/clients", old)
                .statusCode(409)
                .body(
                        containsString("Ansökan har ändrats sedan du öppnade sidan"),
                        containsString("value=\"12\""),
                        containsString(">9</dd>"));
        district.get(application + "/clients").body(containsString("value=\"9\""));
    }

    @Test
    void otherMoneyIsAskedForInTwoSteps() {
        go("other-funding", "otherFundingStated", "yes")
                .statusCode(303)
                .header("Location", endsWith("/other-funding?rows=1#row-1"));
        go("other-funding", "otherFundingStated", "yes", "otherFunding[0].source", "En annan förvaltning")
                .statusCode(422)
                .body(containsString("Finansiering 1 belopp: Uppgiften saknas"));
        go("other-funding", "otherFundingStated", "no", "otherFunding[0].source", "En annan förvaltning")
                .statusCode(422)
                .body(containsString("Ni har svarat nej men det finns finansiering i listan"));
    }

    @Test
    void aBodyOfGarbageIsNoErrorOfOurs() {
        district.post(application + "/plan", "plan[9999].amount", "1", "plan[x].amount", "2", "do", "remove-9999")
                .statusCode(303);
        district.post(application + "/method", "partners", "NOBODY", "do", "draft")
                .statusCode(303);
        district.post(application + "/plan", "plan[0].category", "GOLD", "do", "nonsense")
                .statusCode(422);
        district.get(application + "/nowhere").statusCode(404);
        district.get("/applications/99999999999999999999/plan").statusCode(404);
        district.get(application + "/plan?rows=-7").statusCode(200);
        district.get(application + "/plan?rows=1000000").statusCode(200);
    }
}
