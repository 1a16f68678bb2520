package se.medel.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static se.medel.api.ApiUser.ADMINISTRATOR;
import static se.medel.api.ApiUser.AUDITOR;
import static se.medel.api.ApiUser.CONTROLLER;
import static se.medel.api.ApiUser.DIRECTOR;
import static se.medel.api.ApiUser.EVALUATOR;
import static se.medel.api.ApiUser.OFFICER;
import static se.medel.api.ApiUser.SECRETARY;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;
import se.medel.storage.StoredJson;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PaymentResourceTest {

    @Inject
    RoundService rounds;

    @Inject
    PaymentFixture fixture;

    @Test
    void aProgramBooksOrdersExportsAndMarksAsPaid() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        String settings = "/api/rounds/" + round + "/booking-settings";
        String tag = CONTROLLER.get(settings).statusCode(200).extract().header("ETag");
        String wanted = StoredJson.write(fixture.settings(round));
        CONTROLLER.put(settings, null, wanted).statusCode(428);
        CONTROLLER.put(settings, "\"17\"", wanted).statusCode(412);
        CONTROLLER.put(settings, tag, wanted).statusCode(200).body("project", equalTo("SIG14"));
        CONTROLLER.put(settings, tag, wanted).statusCode(412);
        CONTROLLER
                .put(settings, "*", wanted.replace("\"4561\"", "\"45\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/account"));

        String body = order(bromma, "60000");
        ValidatableResponse made = CONTROLLER
                .post("/api/rounds/" + round + "/payment-orders", "nyckel-" + round, body)
                .statusCode(201)
                .body("payments[0].amount", equalTo(60_000))
                .body("payments[0].state", equalTo("ordered"));
        int id = made.extract().path("id");
        String at = "/api/payment-orders/" + id;
        made.header("Location", org.hamcrest.Matchers.endsWith(at));
        CONTROLLER
                .post("/api/rounds/" + round + "/payment-orders", "nyckel-" + round, body)
                .statusCode(201)
                .body("id", equalTo(id));

        CONTROLLER.get(at + "/document").statusCode(409).body("type", equalTo("/problems/not-exported-yet"));
        String version = CONTROLLER.get(at).statusCode(200).extract().header("ETag");
        CONTROLLER.post(at + "/export").statusCode(200).body("exportedAt", notNullValue());
        CONTROLLER.post(at + "/export").statusCode(409).body("type", equalTo("/problems/already-exported"));
        CONTROLLER
                .asks()
                .contentType("application/json")
                .header("If-Match", version)
                .body("{\"paidOn\": \"" + fixture.today() + "\", \"voucher\": \"M 1\"}")
                .post(at + "/paid")
                .then()
                .statusCode(412);
        AUDITOR.get(at + "/document").statusCode(200).contentType("application/pdf");
        DIRECTOR.get(at + "/vouchers").statusCode(200);
        OFFICER.get(at + "/table").statusCode(200).contentType(startsWith("text/csv"));

        String paid = "{\"paidOn\": \"" + fixture.today() + "\", \"voucher\": \"M 1\"}";
        CONTROLLER.post(at + "/paid", paid).statusCode(200).body("paid", equalTo(60_000));
        CONTROLLER
                .post(at + "/paid", paid)
                .statusCode(409)
                .body("type", equalTo("/problems/already-paid"))
                .body("paidOn", equalTo(fixture.today().toString()));
        CONTROLLER
                .get("/api/rounds/" + round + "/accounts")
                .statusCode(200)
                .body("[0].paid", equalTo(60_000))
                .body("[0].toOrder", equalTo(40_000));
    }

    @Test
    void whatCanNotBeOrderedIsAProblemAtItsField() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        String orders = "/api/rounds/" + round + "/payment-orders";
        CONTROLLER
                .post(orders, order(bromma, "100001"))
                .statusCode(422)
                .body("type", equalTo("/problems/payment-above-left"))
                .body("left", equalTo(100_000))
                .body("errors.pointer", contains("/amounts/0/amount"));
        for (String wrong : List.of("0", "-5", "1.5", "\"hundra\"", "1e5", "null", "1000000000000")) {
            CONTROLLER
                    .post(orders, order(bromma, wrong))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/amounts/0/amount"));
        }
        CONTROLLER
                .post(orders, "{\"payOn\": \"" + fixture.today() + "\", \"amounts\": []}")
                .statusCode(422);
        CONTROLLER.post(orders, "null").statusCode(422);
        CONTROLLER.post("/api/rounds/ingen/payment-orders", order(bromma, "1")).statusCode(404);
        CONTROLLER.get("/api/payment-orders/999999999").statusCode(404);
        CONTROLLER.get(orders).statusCode(200).body("$", hasSize(0));
    }

    @Test
    void aFileFromTheLedgerMarksPaymentsRowByRow() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        long payment = fixture.order(round, bromma, 60_000).payments().get(0).id();
        String csv = "Betalning;Belopp;Datum;Verifikation\r\n" + payment + ";60000;" + fixture.today() + ";M 1\r\n"
                + "MEDEL-999999999;1;" + fixture.today() + ";M 2\r\n";
        String at = "/api/rounds/" + round + "/payments/confirmations";
        send(CONTROLLER, at, csv)
                .statusCode(200)
                .body("marked", equalTo(1))
                .body("rows[0].errors", hasSize(0))
                .body("rows[1].errors[0].type", equalTo("/problems/confirmed-unknown"));
        send(CONTROLLER, at, csv)
                .statusCode(200)
                .body("marked", equalTo(0))
                .body("rows[0].errors[0].type", equalTo("/problems/already-paid"));
        send(CONTROLLER, at, "a;b\r\n1;2").statusCode(422).body("errors[0].pointer", equalTo("/file"));
        CONTROLLER.post(at, "{}").statusCode(415);
        send(OFFICER, at, csv).statusCode(403);
    }

    private static ValidatableResponse send(ApiUser user, String at, String csv) {
        return user.asks()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post(at)
                .then();
    }

    @Test
    void eachRoleReadsAndDoesWhatItMay() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        long farsta = fixture.granted(round, FARSTA, 50_000);
        OrderView order = fixture.order(round, bromma, 60_000);
        fixture.order(round, farsta, 10_000);
        String rounds = "/api/rounds/" + round;
        String at = "/api/payment-orders/" + order.id();
        String cancel = at + "/payments/" + order.payments().get(0).id() + "/cancel";
        for (ApiUser user : List.of(OFFICER, DIRECTOR, AUDITOR)) {
            user.get(rounds + "/payments").statusCode(200).body("$", hasSize(2));
            user.get(at).statusCode(200);
            user.post(rounds + "/payment-orders", order(bromma, "1")).statusCode(403);
            user.post(at + "/export").statusCode(403);
            user.post(at + "/paid", "{}").statusCode(403);
            user.post(cancel, "{\"reason\": \"Nej\"}").statusCode(403);
            user.put(rounds + "/booking-settings", "*", "{}").statusCode(403);
        }
        for (String user : List.of(BROMMA, BROMMA + "-chef")) {
            ApiUser district = new ApiUser(user);
            district.get(rounds + "/payments").statusCode(200).body("district", contains(BROMMA));
            district.get(rounds + "/accounts").statusCode(200).body("district", contains(BROMMA));
            district.get(rounds + "/payment-orders").statusCode(403);
            district.get(at).statusCode(403);
            district.get(at + "/vouchers").statusCode(403);
        }
        for (ApiUser user : List.of(SECRETARY, EVALUATOR, ADMINISTRATOR)) {
            user.get(rounds + "/payments").statusCode(403);
            user.get(rounds + "/booking-settings").statusCode(403);
            user.get(at).statusCode(403);
        }
        CONTROLLER.post(cancel, "{}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        CONTROLLER
                .post(cancel, "{\"reason\": \"Fel konto\"}")
                .statusCode(200)
                .body("payments[0].state", equalTo("cancelled"));
        assertThat(fixture.mismatches()).isZero();
    }

    private String order(long application, String amount) {
        return "{\"payOn\": \"" + fixture.today() + "\", \"amounts\": [{\"application\": " + application
                + ", \"amount\": " + amount + "}]}";
    }

    @Test
    void aDraftRoundIsToADistrictAsIfItWerentThere() {
        String draft = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
        for (String what : List.of("accounts", "payments")) {
            CONTROLLER.get("/api/rounds/" + draft + "/" + what).statusCode(200);
            new ApiUser(FARSTA).get("/api/rounds/" + draft + "/" + what).statusCode(404);
        }
    }
}
