package se.medel.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
