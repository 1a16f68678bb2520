package se.medel.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.web.Visitor;

/** From a district's start page to a decision, page by page. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicationJourneyTest {

    @Test
    void aDistrictAppliesAnOfficerPreparesAndTheDirectorDecides() {
        Visitor district = Visitor.loggedInAs("bromma");
        district.get("/").statusCode(200).body(containsString("Ni kan söka pengar ur"));
        String application = ApplicationFixture.started(district);
        ApplicationFixture.fill(district, application);
        district.get(application + "/check").statusCode(200).body(containsString("Skicka in ansökan"));
        district.post(application + "/check").statusCode(303).header("Location", endsWith(application + "/receipt"));
        district.get(application + "/receipt")
                .statusCode(200)
                .body(containsString("SIG-2014-"), containsString("Stadsdelsdirektören undertecknar"));
        district.postFrom(application, application + "/check").statusCode(303).header("Location", endsWith("/receipt"));

        Visitor signer = Visitor.loggedInAs("bromma-chef");
        signer.get("/").body(containsString("Underteckna ansökan om medfinansiering"));
        signer.postFrom(application, application + "/sign").statusCode(303);
        signer.get(application).statusCode(200).body(containsString("Av bromma-chef"));
        signer.postFrom(application, application + "/sign").statusCode(409);

        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/").body(containsString("Bered ansökan från Bromma"));
        officer.get(application).statusCode(200).body(containsString("Så räknas beloppet fram"));
        officer.get("/rounds/sig-2014/applications").statusCode(200).body(containsString("Bromma"));
        officer.post(application + "/prepare", ApplicationFixture.recommending("100 000"))
                .statusCode(303);

        Visitor director = Visitor.loggedInAs("chef");
        director.get("/").body(containsString("Besluta om ansökan från Bromma"));
        director.get(application + "/decide").statusCode(200).body(containsString("Förslag: bifall med"));
        director.post(application + "/decide", "do", "check", "outcome", "grant", "amount", "100 000")
                .statusCode(200)
                .body(containsString("Fatta beslutet"), containsString("Vad som är kvar efter beslutet"));
        List<String> twice = new ArrayList<>(director.hidden(application + "/decide"));
        twice.addAll(List.of("do", "decide", "outcome", "grant", "amount", "100 000"));
        String decision = director.send(application + "/decide", twice)
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(decision).contains("/decisions/");
        director.send(application + "/decide", twice)
                .statusCode(409)
                .body(containsString("redan beslutad"), containsString("Inget nytt har beslutats"));

        director.get(application + "/decision").statusCode(303).header("Location", endsWith(path(decision)));
        district.get(application).body(containsString("Beviljad"), not(containsString("Handläggarens beredning")));

        director.post(application + "/replace", "do", "check", "outcome", "grant", "amount", "90 000")
                .statusCode(422)
                .body(containsString("Skriv skälen"));
        director.post(
                        application + "/replace",
                        "do",
                        "decide",
                        "outcome",
                        "grant",
                        "amount",
                        "90 000",
                        "reasons",
                        "Beloppet var fel skrivet.")
                .statusCode(303);
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/decisions/"));
    }
}
