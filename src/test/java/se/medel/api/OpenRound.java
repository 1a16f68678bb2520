package se.medel.api;

import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A round of a test's own, copied from 2014 and opened by the API, so that no other test's money is in it. */
public record OpenRound(String id) {

    public static final String JUDGEMENTS = "{\"C1a\": {\"verdict\": \"met\"}, \"C1b\": {\"verdict\": \"met\"},"
            + " \"C1c\": {\"verdict\": \"met\"}, \"C2a\": {\"verdict\": \"met\"}, \"C2b\": {\"verdict\": \"met\"},"
            + " \"C2c\": {\"verdict\": \"met\"}, \"C2d\": {\"verdict\": \"met\"}, \"C3\": {\"verdict\": \"met\"}}";

    /** A paragraph of the minutes is one matter, so each round has its own. */
    private static final AtomicInteger PARAGRAPH = new AtomicInteger(1000);

    public static OpenRound copied() {
        OpenRound round = drafted();
        OFFICER.post(round.path() + "/proposal").statusCode(200);
        SECRETARY
                .post(
                        round.path() + "/committee-decision",
                        "{\"date\": \"2014-02-13\", \"paragraph\": \"§ " + PARAGRAPH.incrementAndGet() + "\"}")
                .statusCode(200);
        OFFICER.post(round.path() + "/opening").statusCode(200);
        return round;
    }

    public static OpenRound drafted() {
        String id = "api-" + UUID.randomUUID().toString().substring(0, 8);
        OFFICER.post(
                        "/api/rounds",
                        "{\"copyOf\": \"sig-2014\", \"id\": \"" + id
                                + "\", \"programme\": \"Sociala insatsgrupper\", \"name\": \"Prov\", \"year\": 2014,"
                                + " \"caseNumber\": \"3.1-1/2014\", \"applicationDeadline\": \"2014-10-31\"}")
                .statusCode(201);
        return new OpenRound(id);
    }

    public String path() {
        return "/api/rounds/" + id;
    }

    public String application(long application) {
        return path() + "/applications/" + application;
    }

    /** A draft of co-financing, with nothing written in it. */
    public long started(String district) {
        return new ApiUser(district)
                .post(path() + "/applications", "{\"component\": \"co-financing\"}")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public long submitted(String district, long amount) {
        ApiUser user = new ApiUser(district);
        long id = started(district);
        user.put(application(id) + "/content", "*", content(amount)).statusCode(200);
        user.post(application(id) + "/submission").statusCode(200);
        return id;
    }

    /** Prepared by the officer with a recommended grant. */
    public long prepared(String district, long amount) {
        long id = submitted(district, amount);
        prepare(OFFICER, id, amount).statusCode(200);
        return id;
    }

    public ValidatableResponse prepare(ApiUser by, long id, long amount) {
        return by.put(
                application(id) + "/preparation",
                "*",
                "{\"judgements\": " + JUDGEMENTS + ", \"recommendsGrant\": true, \"recommendedKronor\": " + amount
                        + ", \"reasons\": \"Planen är tydlig.\"}");
    }

    public long decided(String district, long amount) {
        long id = prepared(district, amount);
        DIRECTOR.post(application(id) + "/decision").statusCode(201);
        return id;
    }

    /** A content that can be submitted, half of whose cost is asked for. */
    public static String content(long amount) {
        return content(amount, "Kartläggning");
    }

    public static String content(long amount, String mapping) {
        return "{\"plan\": [{\"category\": \"staff\", \"amount\": " + 2 * amount + ", \"text\": \"Lots\"}],"
                + " \"totalCost\": " + 2 * amount + ", \"ownPart\": " + amount + ", \"amount\": " + amount
                + ", \"estimatedClients\": 10, \"newClients\": 5, \"ownFinancing\": \"Budget\", \"mapping\": \""
                + mapping
                + "\", \"coordination\": \"Lots\", \"cooperation\": \"Möten\", \"partners\": [\"police\"],"
                + " \"takesPartInLearning\": true, \"reportsResults\": true, \"otherFundingStated\": false}";
    }
}
