package se.medel.application;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import se.medel.application.rules.Criterion;
import se.medel.web.Visitor;

/** An ordinary application for co-financing: 150 000 kr, of which 100 000 kr is asked for. */
final class ApplicationFixture {

    private ApplicationFixture() {}

    /** Starts co-financing and gives the application's address, such as {@code /applications/17}. */
    static String started(Visitor district) {
        String location = district.postFrom(
                        "/applications", "/rounds/sig-2014/applications", "component", "co-financing")
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/applications/"));
    }

    /** Fills every section in, as the pages do one after the other. */
    static void fill(Visitor district, String application) {
        next(section(
                district,
                application,
                "plan",
                "plan[0].category",
                "STAFF",
                "plan[0].text",
                "Lots på halvtid",
                "plan[0].amount",
                "120 000",
                "plan[1].category",
                "TRAINING",
                "plan[1].text",
                "Handledning",
                "plan[1].amount",
                "30 000"));
        next(section(
                district, application, "money", "totalCost", "150 000", "amount", "100 000 kr", "ownPart", "50 000"));
        next(section(district, application, "clients", "estimatedClients", "8", "newClients", "6"));
        next(section(district, application, "own-financing", "ownFinancing", "Tas över av ordinarie budget."));
        next(section(
                district,
                application,
                "method",
                "mapping",
                "Kartläggning inom två veckor.",
                "coordination",
                "Lotsen håller ihop insatserna.",
                "cooperation",
                "Möte var sjätte vecka.",
                "partners",
                "POLICE",
                "takesPartInLearning",
                "yes"));
        next(section(district, application, "follow-up", "reportsResults", "yes"));
        next(section(district, application, "other-funding", "otherFundingStated", "no"));
    }

    static ValidatableResponse section(Visitor district, String application, String section, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("do", "continue"));
        return district.post(application + "/" + section, all.toArray(String[]::new));
    }

    private static void next(ValidatableResponse answer) {
        answer.statusCode(303);
    }

    /** Every criterion met, and a grant of the amount recommended. */
    static String[] recommending(String amount) {
        List<String> fields = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            fields.addAll(List.of("judgements." + criterion.rule() + ".verdict", "MET"));
        }
        fields.addAll(List.of(
                "recommends",
                "grant",
                "recommendedKronor",
                amount,
                "reasons",
                "Planen är tydlig och ryms i modellen."));
        return fields.toArray(String[]::new);
    }
}
