package se.medel.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.api.ApiUser;
import se.medel.control.rules.ControlQuestion;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.AnyPdf;
import se.medel.costreport.file.ReportFileView;
import se.medel.costreport.rules.CostLine;
import se.medel.database.TestDatabase;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;
import se.medel.time.TestClock;
import se.medel.web.Visitor;

/** Who sees and does what, on the pages and in the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ControlAccessTest {

    @Inject
    RoundService rounds;

    @Inject
    ControlService controls;

    @Inject
    ControlFixture fixture;

    @Inject
    TestClock clock;

    private String round;
    private CostReportView report;

    @BeforeEach
    void reportARound() {
        clock.stopAt(ControlServiceTest.TODAY);
        round = fixture.reporting("bromma", "farsta");
        report = fixture.submitted(round, "bromma", "97512.00", CostLine.Source.TYPED, List.of());
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    private static Map<String, Object> checklist() {
        return Map.of(
                "answers",
                Arrays.stream(ControlQuestion.values())
                        .map(question ->
                                Map.of("question", question.name().toLowerCase().replace('_', '-'), "answer", "yes"))
                        .toList());
    }

    @Test
    void anOfficerDrawsChecksAsksAndClosesByThePages() {
        Visitor officer = Visitor.loggedInAs("handlaggare");
        String page = "/rounds/" + round + "/control";
        officer.get("/").body(containsString(page));
        officer.post(page, "number", "3")
                .statusCode(422)
                .body(containsString("href=\"#number\""), containsString("1 till 2"));
        officer.post(page).statusCode(422);
        officer.post(page, "number", "2").statusCode(303);
        officer.post(page, "number", "2").statusCode(409);
        officer.get(page + "?check=yes").body(containsString("Dragningen stämmer"), containsString(":" + report.id()));
        officer.inEnglish().get(page + "?check=yes").body(containsString("The draw is right"));

        String control = page + "/" + report.id();
        officer.get("/").body(containsString(control));
        List<String> answers = new ArrayList<>();
        for (ControlQuestion question : ControlQuestion.values()) {
            answers.addAll(List.of(question.name() + ".answer", "YES"));
        }
        answers.set(1, "NO");
        officer.post(control, answers.toArray(String[]::new))
                .statusCode(422)
                .body(containsString("href=\"#RIGHT_YEAR.note\""));
        answers.addAll(List.of("RIGHT_YEAR.note", "En faktura är från 2013"));
        officer.post(control, answers.toArray(String[]::new)).statusCode(303);
        List<String> old = new ArrayList<>(officer.hidden(control));
        old.set(old.indexOf("version") + 1, "0");
        old.addAll(answers);
        officer.send(control, old).statusCode(409).body(containsString("En faktura"));
        officer.postFrom(control, control + "/vouchers", "asked", "Fakturor 19900101-2385", "dueOn", "igår")
                .statusCode(422);
        officer.postFrom(control, control + "/vouchers", "asked", "Fakturor", "dueOn", "2015-02-01")
                .statusCode(303);
        officer.postFrom(control, control + "/close", "finding", "Stämmer").statusCode(409);
        VoucherRequestView asked = controls.requests(OFFICER, report.id()).get().get(0);

        Visitor district = Visitor.loggedInAs("bromma");
        String vouchers = "/rounds/" + round + "/vouchers";
        district.get("/").body(containsString(vouchers));
        district.get(vouchers)
                .body(containsString("Fakturor"), not(containsString("sticker ut")), not(containsString("Stickprov")));
        district.postFrom(vouchers, vouchers + "/" + asked.id(), "answer-" + asked.id(), "")
                .statusCode(422);
        district.postFrom(vouchers, vouchers + "/" + asked.id(), "answer-" + asked.id(), "Bifogas")
                .statusCode(303);
        officer.postFrom(control, control + "/close", "finding", "En faktura stryks")
                .statusCode(303);
        assertThat(controls.of(OFFICER, report.id()).get().isClosed()).isTrue();
    }

    @Test
    void vouchersAreHandedInAsFilesThatTheOfficerOpensAndNoOtherDistrictFinds() {
        controls.draw(OFFICER, round, 2, null).get();
        VoucherRequestView asked = controls.ask(OFFICER, report.id(), "Fakturor", ControlServiceTest.TODAY.plusDays(9))
                .get();
        String vouchers = "/rounds/" + round + "/vouchers";
        String upload = vouchers + "/" + asked.id() + "/files/upload";
        String api = "/api/rounds/" + round + "/voucher-requests/" + asked.id();
        byte[] pdf = AnyPdf.titled("En");
        Visitor district = Visitor.loggedInAs("bromma");
        district.get(vouchers).body(containsString(upload));
        district.upload(upload, "faktura.pdf", "en,tabell".getBytes())
                .statusCode(422)
                .body(containsString("ingen PDF"), containsString("href=\"#file\""));
        district.upload(upload, "19900101-2385.pdf", pdf).statusCode(422);
        district.upload(upload, "faktura.pdf", pdf).statusCode(303).header("Location", endsWith(vouchers));
        district.upload(upload, "igen.pdf", pdf).statusCode(409).body(containsString("faktura.pdf"));
        send(new ApiUser("bromma"), api, "inte en pdf".getBytes()).statusCode(422);
        String address = send(new ApiUser("bromma"), api, AnyPdf.titled("Två"))
                .statusCode(201)
                .body("kind", equalTo("voucher"), "name", equalTo("kvitto.pdf"))
                .extract()
                .header("Location");
        district.get(vouchers).body(containsString("faktura.pdf"), containsString("kvitto.pdf"));

        ReportFileView kept = controls.vouchers(OFFICER, report.id()).get().get(0);
        String file = "/cost-reports/" + report.id() + "/files/" + kept.id();
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get("/rounds/" + round + "/control/" + report.id()).body(containsString("href=\"" + file + "\""));
        assertThat(officer.get(file).statusCode(200).extract().asByteArray()).isEqualTo(pdf);
        ApiUser.OFFICER.get(address.substring(address.indexOf("/api/"))).statusCode(200);
        officer.get(upload).statusCode(403);
        send(ApiUser.OFFICER, api, pdf).statusCode(403);

        Visitor farsta = Visitor.loggedInAs("farsta");
        farsta.get(file).statusCode(404);
        farsta.get(upload).statusCode(404);
        farsta.uploadFrom("/", upload, "faktura.pdf", AnyPdf.titled("Farstas")).statusCode(404);
        send(new ApiUser("farsta"), api, AnyPdf.titled("Farstas")).statusCode(404);
        assertThat(controls.vouchers(OFFICER, report.id()).get()).hasSize(2);

        // The answer says that all is there: nothing comes after it.
        district.postFrom(vouchers, vouchers + "/" + asked.id(), "answer-" + asked.id(), "Se filerna")
                .statusCode(303);
        district.get(upload).statusCode(409).body(containsString("redan besvarad"));
        send(new ApiUser("bromma"), api, AnyPdf.titled("Tre")).statusCode(409);
        district.get(vouchers).body(containsString("faktura.pdf"), not(containsString(upload)));
    }

    private static ValidatableResponse send(ApiUser user, String request, byte[] file) {
        return user.asks()
                .contentType("application/pdf")
                .body(file)
                .post(request + "/files/upload?name=kvitto.pdf")
                .then();
    }

    @Test
    void theApiDoesTheSame() {
        ApiUser officer = ApiUser.OFFICER;
        String path = "/api/rounds/" + round + "/control";
        officer.post(path + "/sample", "{\"number\": 0}").statusCode(422).body("errors[0].pointer", equalTo("/number"));
        String key = "draw-" + round;
        String seed = officer.post(path + "/sample", key, "{\"percent\": 100}")
                .statusCode(201)
                .extract()
                .path("seed");
        officer.post(path + "/sample", key, "{\"percent\": 100}")
                .statusCode(201)
                .body("seed", equalTo(seed));
        officer.post(path + "/sample", "{\"percent\": 100}").statusCode(409);
        officer.get(path)
                .statusCode(200)
                .body("reports", hasSize(2))
                .body("reports[0].risks[0].flag", equalTo("no-ledger"))
                .body("sample.holds", equalTo(true));
        String one = path + "/reports/" + report.id();
        officer.put(one + "/checklist", null, checklist()).statusCode(428);
        officer.put(one + "/checklist", "\"7\"", checklist()).statusCode(412);
        officer.put(one + "/checklist", "\"0\"", checklist()).statusCode(200);
        int request = officer.post(one + "/voucher-requests", "{\"asked\": \"Fakturor\", \"dueOn\": \"2015-02-01\"}")
                .statusCode(201)
                .extract()
                .path("id");
        officer.post(one + "/closing", "{\"finding\": \"Stämmer\"}").statusCode(409);
        String requests = "/api/rounds/" + round + "/voucher-requests";
        ApiUser district = new ApiUser("bromma");
        district.get(requests).statusCode(200).body("$", hasSize(1));
        district.post(requests + "/" + request + "/answer", "{\"answer\": \"Bifogas\"}")
                .statusCode(200);
        officer.post(one + "/closing", "{\"finding\": \"Stämmer\"}")
                .statusCode(200)
                .body("closed", equalTo(true));
    }

    @Test
    void whoDoesntControlIsShutOutAndADistrictSeesOnlyWhatItIsAskedFor() {
        controls.draw(OFFICER, round, 2, null).get();
        VoucherRequestView asked = controls.ask(OFFICER, report.id(), "Fakturor", ControlServiceTest.TODAY.plusDays(9))
                .get();
        String page = "/rounds/" + round + "/control";
        String api = "/api" + page;
        String vouchers = "/rounds/" + round + "/vouchers";
        for (String user : List.of("bromma", "bromma-chef", "farsta", "sekreterare", "utvarderare", "admin")) {
            Visitor visitor = Visitor.loggedInAs(user);
            visitor.get(page).statusCode(403);
            visitor.get(page + "/" + report.id()).statusCode(403);
            new ApiUser(user).get(api).statusCode(403);
        }
        for (String user : List.of("chef", "ekonom", "revisor")) {
            Visitor visitor = Visitor.loggedInAs(user);
            visitor.get(page).statusCode(200);
            visitor.get(page + "/" + report.id())
                    .statusCode(200)
                    .body(not(containsString("<form method=\"post\" action=\"/rounds")));
            visitor.get(vouchers).statusCode(403);
            refusedEverything(visitor, new ApiUser(user), page, 403);
            new ApiUser(user).get(api).statusCode(200);
        }
        refusedEverything(Visitor.loggedInAs("bromma"), new ApiUser("bromma"), page, 403);
        // Another district doesn't find what this one is asked for.
        Visitor farsta = Visitor.loggedInAs("farsta");
        farsta.get(vouchers).statusCode(404);
        farsta.postFrom("/", vouchers + "/" + asked.id(), "answer-" + asked.id(), "Mina")
                .statusCode(404);
        new ApiUser("farsta")
                .get("/api" + vouchers.replace("vouchers", "voucher-requests"))
                .body("$", hasSize(0));
        new ApiUser("farsta")
                .post("/api/rounds/" + round + "/voucher-requests/" + asked.id() + "/answer", "{\"answer\": \"Mina\"}")
                .statusCode(404);
        ApiUser.OFFICER
                .post("/api/rounds/" + round + "/voucher-requests/" + asked.id() + "/answer", "{\"answer\": \"Mina\"}")
                .statusCode(403);
        // Another round's address doesn't lead to this round's report.
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/sig-2014/control/" + report.id())
                .statusCode(404);
        assertThat(controls.requests(OFFICER, report.id()).get().get(0).isAnswered())
                .isFalse();
    }

    private void refusedEverything(Visitor visitor, ApiUser user, String page, int status) {
        String one = "/api" + page + "/reports/" + report.id();
        List<ValidatableResponse> tried = List.of(
                visitor.postFrom("/", page, "number", "1"),
                visitor.postFrom("/", page + "/" + report.id(), "version", "0"),
                visitor.postFrom("/", page + "/" + report.id() + "/vouchers", "asked", "x"),
                visitor.postFrom("/", page + "/" + report.id() + "/close", "finding", "x"),
                user.post("/api" + page + "/sample", "{\"number\": 1}"),
                user.put(one + "/checklist", "*", checklist()),
                user.post(one + "/voucher-requests", "{\"asked\": \"x\", \"dueOn\": \"2015-02-01\"}"),
                user.post(one + "/closing", "{\"finding\": \"x\"}"));
        tried.forEach(response -> response.statusCode(status));
    }

    @Test
    void aDraftRoundIsToADistrictAsIfItWerentThere() {
        String draft = rounds.create(RoundFixture.OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
        String requests = "/api/rounds/" + draft + "/voucher-requests";
        ApiUser.OFFICER.get(requests).statusCode(200);
        new ApiUser("farsta").get(requests).statusCode(404);
    }
}
