package se.medel.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RetentionTest {

    @Inject
    Session database;

    @Test
    void theSecretarySetsWhatHoldsFromADayAndTheOldRuleStaysToBeRead() {
        Visitor secretary = Visitor.loggedInAs("sekreterare");
        secretary.post("/retention", "recordClass", "PAYMENT").statusCode(422).body(containsString("ground-error"));
        String[] wanted = {
            "recordClass", "PAYMENT", "years", "10", "ground", "Nämndens beslut § 7", "validFrom", "2031-01-01"
        };
        secretary.post("/retention", wanted).statusCode(303);
        secretary
                .get("/retention")
                .statusCode(200)
                .body(containsString("10 år"), containsString("2030-12-31"), containsString("Nämndens beslut § 7"));
        secretary.post("/retention", wanted).statusCode(409).body(containsString("Nämndens beslut § 7"));
        secretary
                .post("/retention", "recordClass", "NOTHING", "years", "999", "ground", "x", "validFrom", "i morgon")
                .statusCode(422)
                .body(containsString("years-error"), containsString("validFrom-error"));
        ApiUser.AUDITOR
                .get("/api/retention")
                .statusCode(200)
                .body("recordClass", hasItems("decision", "client-rows"))
                .body("findAll { it.recordClass == 'payment' }[0].years", equalTo(10))
                .body("findAll { it.recordClass == 'payment' }[1].validTo", equalTo("2030-12-31"));
    }

    @Test
    void aProgramSetsWhatHoldsFromADayOnWhatItHasRead() {
        String at = "/api/retention/cost-report";
        String tag = ApiUser.SECRETARY
                .get(at)
                .statusCode(200)
                .body("recordClass", equalTo("cost-report"))
                .extract()
                .header("ETag");
        Map<String, Object> wanted = Map.of("years", 12, "ground", "Nämndens beslut § 8", "validFrom", "2032-01-01");
        ApiUser.SECRETARY.put(at, null, wanted).statusCode(428);
        ApiUser.SECRETARY.put(at, tag, Map.of("years", 999)).statusCode(422).body("errors.pointer", hasItems("/years"));
        ApiUser.SECRETARY
                .put(at, tag, Map.of("years", 0))
                .statusCode(422)
                .body("errors.pointer", hasItems("/years", "/ground", "/validFrom"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            ApiUser.SECRETARY
                    .asks()
                    .contentType("application/json")
                    .header("If-Match", tag)
                    .header("Idempotency-Key", key)
                    .body(wanted)
                    .put(at)
                    .then()
                    .statusCode(200)
                    .header("ETag", not(tag))
                    .body("rules[0].years", equalTo(12))
                    .body("rules[0].validTo", nullValue())
                    .body("rules[1].validTo", equalTo("2031-12-31"));
        }
        // Who has read what held before doesn't set anything by it.
        Map<String, Object> later = Map.of("ground", "Nämndens beslut § 9", "validFrom", "2033-01-01");
        ApiUser.ADMINISTRATOR.put(at, tag, later).statusCode(412).body("type", equalTo("/problems/retention-stale"));
        ApiUser.ADMINISTRATOR
                .put(at, "*", wanted)
                .statusCode(409)
                .body("type", equalTo("/problems/retention-day-taken"));
        ApiUser.ADMINISTRATOR.put(at, "*", later).statusCode(200).body("rules[0].years", nullValue());
        ApiUser.ADMINISTRATOR
                .put("/api/retention/nothing", "*", later)
                .statusCode(404)
                .body("type", equalTo("/problems/retention-not-found"));
        ApiUser.AUDITOR
                .get("/api/audit?subject=retention/COST_REPORT")
                .body("lines.action", contains("RETENTION_SET", "RETENTION_SET"))
                .body("lines.username", contains("admin", "sekreterare"));
    }

    @Test
    void aProgramOfAnotherRoleSetsNothing() {
        Map<String, Object> wanted = Map.of("years", 1, "ground", "Egen vilja", "validFrom", "2034-01-01");
        for (String user :
                List.of("handlaggare", "chef", "ekonom", "revisor", "utvarderare", "bromma", "bromma-chef", "farsta")) {
            new ApiUser(user).put("/api/retention/decision", "*", wanted).statusCode(403);
        }
        ApiUser.AUDITOR.get("/api/retention/decision").statusCode(200).body("rules.ground", not(hasItem("Egen vilja")));
        ApiUser.AUDITOR.get("/api/audit?subject=retention/DECISION").body("lines", hasSize(0));
    }

    @Test
    void othersReadAndDontSetAndSomeDontRead() {
        for (String user : List.of("handlaggare", "chef", "ekonom", "revisor")) {
            Visitor visitor = Visitor.loggedInAs(user);
            visitor.get("/retention").statusCode(200).body(not(containsString("name=\"ground\"")));
            visitor.postFrom("/", "/retention", "recordClass", "PAYMENT").statusCode(403);
        }
        Visitor.loggedInAs("admin").get("/retention").statusCode(200).body(containsString("name=\"ground\""));
        for (String user : List.of("bromma", "bromma-chef", "utvarderare")) {
            Visitor.loggedInAs(user).get("/retention").statusCode(403);
            new ApiUser(user).get("/api/retention").statusCode(403);
            new ApiUser(user).get("/api/retention/payment").statusCode(403);
        }
    }

    @Test
    void aRuleIsNeverChangedOrRemoved() {
        for (String sql : List.of("delete from retention_rule", "update retention_rule set years = 1")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeMutationQuery(sql).executeUpdate()))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
