package se.medel.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.web.Visitor;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PaymentPagesTest {

    @Inject
    PaymentFixture fixture;

    @Inject
    Accounts accounts;

    @Test
    void theControllerOrdersExportsAndMarksAsPaid() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_001);
        Visitor controller = Visitor.loggedInAs("ekonom");
        controller.get("/rounds/" + round).statusCode(200).body(containsString("/rounds/" + round + "/payments\""));
        controller
                .get("/rounds/" + round + "/payments/new?share=50")
                .statusCode(200)
                .body(containsString("value=\"50\u00a0000\""));
        String order = controller
                .post(
                        "/rounds/" + round + "/payments/new",
                        "amount-" + bromma,
                        "50\u00a0000",
                        "payOn",
                        fixture.today().toString())
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("https?://[^/]+", "");
        controller.get(order).body(containsString("Konteringen är inte angiven"));
        controller
                .postFrom(
                        "/rounds/" + round + "/payments/settings",
                        "/rounds/" + round + "/payments/settings",
                        "companyName",
                        "Socialnämnden",
                        "organisationNumber",
                        "2120000142",
                        "series",
                        "M",
                        "account",
                        "4561",
                        "counterpartAccount",
                        "1684",
                        "projectDimension",
                        "6",
                        "project",
                        "SIG14",
                        "counterpartDimension",
                        "20",
                        "counterparts.bromma",
                        "701")
                .statusCode(303);
        controller.postFrom(order, order + "/export").statusCode(303);
        controller.get(order).body(containsString("/vouchers.si")).body(containsString("Ordern är exporterad"));
        controller.get(order + "/document.pdf").statusCode(200).contentType("application/pdf");
        controller.get(order + "/vouchers.si").statusCode(200).header("Content-Disposition", containsString(".si\""));
        controller.get(order + "/payments.csv").statusCode(200);
        String payment = paymentOf(controller, order);
        String day = fixture.today().toString();
        List<String> stale = controller.hidden(order);
        controller
                .postFrom(order, order + "/paid", "payments", payment, "paidOn", day, "voucher", "M 17")
                .statusCode(303);
        assertThat(accounts.of(bromma).orElseThrow().paid()).isEqualTo(Kronor.of(50_000));

        List<String> again = new java.util.ArrayList<>(stale);
        again.addAll(List.of("payments", payment, "paidOn", day, "voucher", "M 17"));
        controller.send(order + "/paid", again).statusCode(409).body(containsString("har ändrats sedan du läste den"));
        assertThat(fixture.mismatches()).isZero();
    }

    private static String paymentOf(Visitor visitor, String order) {
        String page = visitor.get(order).extract().asString();
        return page.replaceAll("(?s).*name=\"payments\" type=\"checkbox\" value=\"([0-9]+)\".*", "$1");
    }

    @Test
    void whatIsWronglyTypedIsSaidAtItsFieldAndNothingTypedIsLost() {
        String round = fixture.openRound();
        long bromma = fixture.granted(round, BROMMA, 100_000);
        Visitor controller = Visitor.loggedInAs("ekonom");
        String at = "/rounds/" + round + "/payments/new";
        controller
                .post(at, "amount-" + bromma, "etthundra", "payOn", "i morgon", "note", "En anteckning")
                .statusCode(422)
                .body(containsString("href=\"#amount-" + bromma + "\""))
                .body(containsString("value=\"etthundra\""))
                .body(containsString("value=\"i morgon\""))
                .body(containsString("En anteckning"));
        controller
                .post(at, "amount-" + bromma, "100 001", "payOn", "2001-01-01")
                .statusCode(422)
                .body(containsString("Högst 100\u00a0000\u00a0kr kan betalas ut"))
                .body(containsString("Betaldagen har redan varit"));
        for (String wrong : List.of("0", "-5", "10,50")) {
            controller
                    .post(
                            at,
                            "amount-" + bromma,
                            wrong,
                            "payOn",
                            fixture.today().toString())
                    .statusCode(422)
                    .body(containsString("id=\"amount-" + bromma + "-error\""));
        }
        controller
                .post(at, "payOn", fixture.today().toString())
                .statusCode(422)
                .body(containsString("Ange minst ett belopp"));
        controller.get(at + "?share=0").statusCode(200).body(containsString("från 1 till 100"));
        assertThat(accounts.of(bromma).orElseThrow().ordered()).isEqualTo(Kronor.ZERO);
    }

    @Test
    void aPaymentIsCancelledWithAReason() {
        String round = fixture.openRound();
        OrderView order = fixture.order(round, fixture.granted(round, BROMMA, 100_000), 60_000);
        Visitor controller = Visitor.loggedInAs("ekonom").inEnglish();
        String at = "/payment-orders/" + order.id() + "/payments/"
                + order.payments().get(0).id() + "/cancel";
        controller.post(at, "reason", "").statusCode(422).body(containsString("Write why the payment is cancelled"));
        controller.post(at, "reason", "Fel belopp").statusCode(303);
        controller.get("/payment-orders/" + order.id()).statusCode(200).body(containsString("Cancelled: Fel belopp"));
        controller.get(at).statusCode(303);
        controller
                .postFrom(
                        "/rounds/" + round + "/payments/settings",
                        "/payment-orders/" + order.id() + "/payments/999999999/cancel",
                        "reason",
                        "x")
                .statusCode(404);
    }

    @Test
    void aFileFromTheLedgerIsShownRowByRow() {
        String round = fixture.openRound();
        OrderView order = fixture.order(round, fixture.granted(round, BROMMA, 100_000), 60_000);
        Visitor controller = Visitor.loggedInAs("ekonom");
        String at = "/rounds/" + round + "/payments/confirm";
        String csv = "Betalning;Belopp;Datum;Verifikation\r\nMEDEL-"
                + order.payments().get(0).id() + ";60000;" + fixture.today() + ";M 1\r\nMEDEL-999999999;1;"
                + fixture.today() + ";M 2\r\n";
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        controller.upload(at, "kvitto.csv", file).statusCode(200).body(containsString("Betalningen finns inte."));
        controller.upload(at, "kvitto.csv", file).statusCode(200).body(containsString("redan markerad som betald"));
        controller.upload(at, "bild.png", new byte[] {1, 2, 0, 3}).statusCode(422);
    }

    @Test
    void eachRoleSeesWhatItMayAndChangesNothingElse() {
        String round = fixture.openRound();
        OrderView order = fixture.order(round, fixture.granted(round, BROMMA, 100_000), 60_000);
        fixture.order(round, fixture.granted(round, FARSTA, 50_000), 33_000);
        String list = "/rounds/" + round + "/payments";
        String at = "/payment-orders/" + order.id();
        for (String user : List.of("handlaggare", "chef", "revisor")) {
            Visitor reader = Visitor.loggedInAs(user);
            reader.get(list).statusCode(200).body(not(containsString("/payments/new")));
            reader.get(list + "/settings")
                    .statusCode(200)
                    .body(not(containsString("<form method=\"post\" action=\"/rounds")));
            reader.get(at).statusCode(200).body(not(containsString("/export\"")));
            reader.get(list + "/new").statusCode(403);
            reader.get(list + "/confirm").statusCode(403);
            reader.postFrom(at, at + "/export").statusCode(403);
        }
        Visitor.loggedInAs(BROMMA)
                .get(list)
                .statusCode(200)
                .body(containsString("60\u00a0000\u00a0kr"))
                .body(not(containsString("33\u00a0000\u00a0kr")));
        Visitor.loggedInAs(FARSTA).get(at).statusCode(403);
        for (String user : List.of("utvarderare", "admin", "sekreterare")) {
            Visitor.loggedInAs(user).get(list).statusCode(403);
            Visitor.loggedInAs(user).get(at).statusCode(403);
        }
        Visitor controller = Visitor.loggedInAs("ekonom");
        controller.get("/rounds/ingen/payments").statusCode(404);
        controller.get("/payment-orders/999999999").statusCode(404);
        controller.get(at + "/document.pdf").statusCode(404);
        controller.get("/").statusCode(200).body(containsString(list + "/new"));
    }
}
