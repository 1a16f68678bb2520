package se.medel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.Criterion;
import se.medel.database.TestDatabase;
import se.medel.time.TestClock;
import se.medel.web.OpenPage;

/**
 * A whole year in the pages and nothing but the pages: 2015 is made from the copy of 2014 with other figures, and goes from the
 * committee report to the closing. What can't be done by following a link and pressing a button fails here.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NewYearTest {

    private static final String ID = "nytt-2015";
    private static final String ROUND = "/rounds/" + ID;
    private static final String NEXT = "Spara och fortsätt";

    @Inject
    TestClock clock;

    @Inject
    EntityManager database;

    private OpenPage officer;
    private OpenPage director;
    private OpenPage secretary;
    private OpenPage controller;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theRoundOf2015GoesFromACopyOf2014ToItsEndWithoutAnyCode() {
        clock.stopAt(LocalDate.of(2015, 1, 12));
        officer = OpenPage.of("handlaggare");
        director = OpenPage.of("chef");
        secretary = OpenPage.of("sekreterare");
        controller = OpenPage.of("ekonom");

        noListOfDelegationDecisionsHasBeenClosedYet();
        theOfficerCopies2014AndChangesTheFigures();
        theOfficerWritesTheReportWithThoseFigures();
        clock.stopAt(LocalDate.of(2015, 2, 10));
        theCommitteeDecides();
        clock.stopAt(LocalDate.of(2015, 2, 18));
        theSecretaryPostsTheMinutesAndSendsTheDecisionToEveryDistrict();
        theOfficerGivesInstructionsAndOpensTheRound();

        clock.stopAt(LocalDate.of(2015, 3, 20));
        String fixed = applied("farsta", "Fast belopp", "600 000", "600 000", "0");
        String claim = claimed("alvsjo", 12);
        String bromma = applied("bromma", "Medfinansiering", "400 000", "240 000", "160 000");
        String hagersten = applied("hagersten-liljeholmen", "Medfinansiering", "200 000", "150 000", "50 000");

        clock.stopAt(LocalDate.of(2015, 4, 15));
        granted(fixed, "600 000");
        theThirdGroupCapLeavesTenOfTwelveClients(claim);
        granted(bromma, "240 000");
        theCeilingLeavesThePartThatIsLeft(hagersten);
        theRoundSaysThatNothingIsLeft();
        theSecretaryReportsWhatWasDecided(
                LocalDate.of(2015, 4, 16), "§ 63", "2015, Älvsjö 175 000 kr", "2015, Farsta 600 000 kr");

        clock.stopAt(LocalDate.of(2015, 5, 4));
        theControllerPaysEverything();

        clock.stopAt(LocalDate.of(2016, 1, 8));
        officer.go(ROUND).follow("Öppna redovisningen").press("Öppna redovisningen");
        String ofFarsta = reported("farsta", "Farsta", "571 234,50");
        String ofAlvsjo = reported("alvsjo", "Älvsjö", null);
        String ofBromma = reported("bromma", "Bromma", "400 000");
        String ofHagersten = reported("hagersten-liljeholmen", "Hägersten-Liljeholmen", "200 000");

        clock.stopAt(LocalDate.of(2016, 2, 15));
        approved(ofFarsta);
        fiveOfTheClientsWereNotEligible(ofAlvsjo);
        approved(ofBromma);
        approved(ofHagersten);
        theSettlementSaysWhatEachMayKeep();

        repaid("farsta", "Farsta", "28 765");
        repaid("alvsjo", "Älvsjö", "87 500");
        theSecretaryReportsWhatWasDecided(
                LocalDate.of(2016, 2, 18), "§ 17", "2015, Farsta 28 765 kr", "2015, Älvsjö 87 500 kr");
        theRoundIsClosed();
        theFinalReportTellsTheCommittee();
        theDistrictHasItsAccountOnOnePage();
        assertThat(mismatches()).isEmpty();
    }

    private void theOfficerCopies2014AndChangesTheFigures() {
        officer.go("/rounds/sig-2014").follow("Lägg upp en ny omgång");
        officer.fill("id", ID)
                .fill("name", "Nya sociala insatsgrupper 2015")
                .fill("year", "2015")
                .fill("caseNumber", "3.1-99/2015")
                .fill("applicationDeadline", "2015-10-31")
                .press("Lägg upp omgången");
        assertThat(officer.path()).isEqualTo(ROUND + "/model/edit");

        officer.fill("fixedGrant[0].district", "farsta")
                .fill("fixedGrant[0].amount", "600 000")
                .fill("fixedGrant.source", "Farsta får 600 000 kr för att starta.")
                .fill("coFinancing.maximum", "250 000")
                .fill(
                        "coFinancing.recipients",
                        "alvsjo",
                        "bromma",
                        "hagersten-liljeholmen",
                        "rinkeby-kista",
                        "spanga-tensta")
                .fill("coFinancing.source", "Fem stadsdelar kan söka medfinansiering, högst 250 000 kr var.")
                .fill("clientCompensation.rate", "17 500")
                .fill("clientCompensation.source", "Engångsersättning med 17 500 kr per klient.")
                .fill("clientCompensation.total", "60")
                .fill("clientCompensation.total.source", "Sammanlagt högst 60 klienter under året.")
                .fill("clientCompensation.groups[0].clients", "40")
                .fill("clientCompensation.groups[0].source", "Av dessa högst 40 från det gemensamma projektet.")
                .fill("ceiling.amount", "1 100 000")
                .fill("ceiling.source", "Den utbetalda summan kan uppgå till högst 1,1 mkr.")
                .press("Ta bort raden 2");
        assertThat(officer.fields("fixedGrant\\[[0-9]+].amount")).containsExactly("fixedGrant[0].amount");
        officer.press("Lägg till ett grupptak");
        groupCap(1, "Farsta och Skarpnäck", "12", "M4c", "farsta", "skarpnack");
        officer.press("Lägg till ett grupptak");
        groupCap(2, "Bromma och Älvsjö", "10", "M4d", "bromma", "alvsjo");
        officer.press("Spara modellen");
        assertThat(officer.text())
                .contains("Modellen är sparad.", "Farsta: 600 000 kr", "Bromma och Älvsjö, högst")
                .doesNotContain("Rinkeby-Kista: 600 000 kr");
    }

    private void groupCap(int row, String name, String clients, String rule, String... districts) {
        String at = "clientCompensation.groups[" + row + "].";
        officer.fill(at + "name", name)
                .fill(at + "clients", clients)
                .fill(at + "districts", districts)
                .fill(at + "rule", rule)
                .fill(at + "source", "Av dessa högst " + clients + " från " + name + ".");
    }

    private void theOfficerWritesTheReportWithThoseFigures() {
        officer.go(ROUND).follow("Tjänsteutlåtandet").press("Börja skriva");
        List<String> chapters = officer.links("/chapters/");
        assertThat(chapters).isNotEmpty();
        for (String chapter : chapters) {
            officer.go(chapter).fill("text", "Som år {år} är tänkt.").press("Spara");
        }
        String summary = ROUND + "/committee-report/chapters/summary";
        officer.go(summary).fill("text", "Takbeloppet är 5 mkr.").pressInVain("Spara");
        assertThat(officer.text()).contains("5 mkr");
        officer.fill("text", "Takbeloppet är {M5}: {M1} till Farsta, {M3} per klient, {M4d} från Bromma och Älvsjö.")
                .press("Spara");
        officer.follow("Läs hela");
        assertThat(officer.text())
                .contains("Takbeloppet är 1 100 000 kr: 600 000 kr till Farsta, 17 500 kr per klient, 10 från Bromma");
        officer.go(ROUND + "/committee-report").follow("Kontrollera och fastställ");
        officer.press("Fastställ och lämna till nämnden");
        assertThat(officer.text()).contains("modellen lämnad till nämnden");
    }

    private void theCommitteeDecides() {
        secretary.go(ROUND).follow("Registrera nämndens beslut");
        assertThat(secretary.text()).contains("1 100 000 kr", "17 500 kr", "M4d");
        secretary.fill("date", "2015-02-10").fill("paragraph", "§ 41").press("Registrera beslutet");
        assertThat(secretary.text()).contains("Version 1, socialnämnden 2015-02-10 § 41");
    }

    private void theSecretaryPostsTheMinutesAndSendsTheDecisionToEveryDistrict() {
        secretary.go(ROUND).follow("Nämndens sammanträden").follow("2015-02-10");
        assertThat(secretary.text()).contains("§ 41, Nya sociala insatsgrupper 2015");
        secretary
                .fill("minutesApprovedOn", "2015-02-17")
                .fill("noticePostedOn", "2015-02-18")
                .press("Spara");
        assertThat(secretary.text()).doesNotContain("Lagens tider");
        secretary.go(ROUND).follow("Nämndens beslut för kännedom");
        secretary.fill("sentOn", "2015-02-18").fill("channel", "E_MAIL").press("Markera alla");
        assertThat(secretary.text()).contains("14 brev är markerade som skickade.");
        OpenPage reader = OpenPage.of("alvsjo")
                .go(ROUND)
                .follow("Nämndens beslut för kännedom")
                .follow("Läs brevet");
        assertThat(reader.row("M3")).isEqualTo("M3 Ersättning för varje ny klient 17 500 kr");
        assertThat(reader.row("M4d")).isEqualTo("M4d Klienter från Bromma och Älvsjö, tillsammans högst 10");
    }

    private void theOfficerGivesInstructionsAndOpensTheRound() {
        officer.go(ROUND).follow("Anvisningar").follow("Skriv anvisningarna").press("Spara och fastställ");
        assertThat(officer.text()).contains("Redovisningen ska vara inne senast 2016-01-31.");
        officer.go(ROUND).follow("Öppna omgången för ansökningar").press("Öppna omgången för ansökningar");
        assertThat(officer.text()).contains("1 100 000 kr kvar", "Klienter från Bromma och Älvsjö");
    }

    /** The address of an application with one line in its plan, written part by part and signed. */
    private String applied(String district, String component, String cost, String asked, String ownPart) {
        OpenPage writer = OpenPage.of(district);
        writer.go(ROUND).follow("Sök medel").press("Starta ansökan " + component, ROUND + "/applications");
        String application = writer.path();
        writer.go(application + "/plan")
                .fill("plan[0].category", "STAFF")
                .fill("plan[0].text", "Lots på heltid")
                .fill("plan[0].amount", cost)
                .press(NEXT);
        writer.fill("totalCost", cost)
                .fill("amount", asked)
                .fill("ownPart", ownPart)
                .press(NEXT);
        writer.fill("estimatedClients", "8").fill("newClients", "6").press(NEXT);
        writer.fill("ownFinancing", "Tas över av ordinarie budget.").press(NEXT);
        writer.fill("mapping", "Kartläggning inom två veckor.")
                .fill("coordination", "Lotsen håller ihop insatserna.")
                .fill("cooperation", "Möte var sjätte vecka.")
                .fill("partners", "POLICE")
                .fill("takesPartInLearning", "yes")
                .press(NEXT);
        writer.fill("reportsResults", "yes").press(NEXT);
        writer.fill("otherFundingStated", "no").press(NEXT);
        writer.press("Skicka in ansökan");
        signed(district, application);
        return application;
    }

    /** The address of a claim for so many clients, each written in by hand. */
    private String claimed(String district, int clients) {
        OpenPage writer = OpenPage.of(district);
        writer.go(ROUND).follow("Sök medel").press("Starta ansökan Klientersättning", ROUND + "/applications");
        String claim = writer.path();
        writer.follow("Skriv in");
        for (int client = 1; client <= clients; client++) {
            writer.fill("code", "NY-" + client)
                    .fill("birthYear", "1992")
                    .fill("admittedOn", "2015-02-" + (10 + client))
                    .fill("attested", "yes")
                    .fill("attestedBy", "Enhetschef")
                    .press(client < clients ? "Lägg till och skriv in en till" : "Lägg till klienten");
        }
        assertThat(writer.text()).contains("12 × 17 500 kr = 210 000 kr");
        writer.follow("Kontrollera och skicka in").press("Skicka in ansökan");
        signed(district, claim);
        return claim;
    }

    private static void signed(String district, String application) {
        OpenPage signer = OpenPage.of(district + "-chef").go(application).press("Underteckna ansökan");
        assertThat(signer.text()).contains("Av " + district + "-chef");
    }

    private void prepared(String application, String field, String recommended) {
        officer.go(application).follow("Bered ansökan");
        for (Criterion criterion : Criterion.values()) {
            officer.fill("judgements." + criterion.rule() + ".verdict", "MET");
        }
        officer.fill("recommends", "grant")
                .fill(field, recommended)
                .fill("reasons", "Planen är tydlig och ryms i modellen.")
                .press("Lämna till beslut");
    }

    private void granted(String application, String kronor) {
        prepared(application, "recommendedKronor", kronor);
        decided(application, "amount", kronor);
        assertThat(director.text()).contains("Beviljat belopp " + kronor + " kr", "delegationsordningen");
    }

    /** The director comes to the decision's page. */
    private void decided(String application, String field, String granted) {
        director.go(application)
                .follow("Besluta")
                .fill("outcome", "grant")
                .fill(field, granted)
                .press("Kontrollera beslutet")
                .press("Fatta beslutet");
        assertThat(director.path()).startsWith("/decisions/");
    }

    private void theThirdGroupCapLeavesTenOfTwelveClients(String claim) {
        assertThat(officer.go(claim).row("M4d"))
                .isEqualTo("M4d Bromma och Älvsjö: högst 10 klienter tillsammans, varav 10 återstår. Begränsar beloppet"
                        + " 12 klienter 10 klienter");
        prepared(claim, "recommendedClients", "10");
        director.go(claim).follow("Besluta").fill("outcome", "grant").fill("clients", "11");
        director.fill("reasons", "En fler är angeläget.").pressInVain("Kontrollera beslutet");
        assertThat(director.text()).contains("M4d lämnar bara 10 klienter. Inget har beslutats.");
        decided(claim, "clients", "10");
        assertThat(director.text())
                .contains(
                        "Delvis bifall: 175 000 kr (10 klienter)",
                        "Regeln M4d satte beloppet till 175 000 kr (10 klienter).");
    }

    private void theCeilingLeavesThePartThatIsLeft(String application) {
        assertThat(officer.go(application).row("M5"))
                .isEqualTo("M5 Takbeloppet är 1 100 000 kr, varav 85 000 kr återstår. Begränsar beloppet"
                        + " 150 000 kr 85 000 kr");
        granted(application, "85 000");
        assertThat(director.text()).contains("Delvis bifall: 85 000 kr", "Regeln M5 satte beloppet till 85 000 kr.");
    }

    private void theRoundSaysThatNothingIsLeft() {
        director.go(ROUND);
        assertThat(director.text()).contains("0 kr kvar", "1 100 000 kr av 1 100 000 kr är beviljat");
        assertThat(director.row("Älvsjö")).contains("10 klienter, 175 000 kr");
        assertThat(director.row("Alla stadsdelar"))
                .isEqualTo("Alla stadsdelar 600 000 kr 325 000 kr 175 000 kr, 10 klienter 1 100 000 kr");
    }

    /** The list is closed on the day before the meeting, and the report registered on the day after. */
    private void theSecretaryReportsWhatWasDecided(LocalDate meeting, String paragraph, String... decided) {
        clock.stopAt(meeting.minusDays(1));
        secretary.go("/").follow("Anmäl ").press("Stäng listan");
        String list = secretary.path();
        assertThat(secretary.text()).contains("Listan är stängd").contains(decided);

        clock.stopAt(meeting.plusDays(1));
        assertThat(secretary.go("/").links("/delegation-lists/")).contains(list);
        secretary
                .go(list)
                .fill("date", meeting.toString())
                .fill("paragraph", paragraph)
                .press("Registrera");
        assertThat(secretary.text()).contains("Anmälan är registrerad.", meeting + " " + paragraph);
        secretary.go(ROUND).follow("Nämndens sammanträden").follow(meeting.toString());
        assertThat(secretary.links("/delegation-lists/")).contains(list);
        secretary.go(ROUND).follow("Anmälan av delegationsbeslut");
        assertThat(secretary.links("/delegation-lists/")).contains(list);
    }

    /** Other tests close lists today; to this one a list that is closed after its year begins is of the time before it. */
    private void noListOfDelegationDecisionsHasBeenClosedYet() {
        QuarkusTransaction.requiringNew().run(() -> {
            // A closed list never changes: what sees to it has to look away.
            database.createNativeQuery("set local session_replication_role = replica")
                    .executeUpdate();
            database.createNativeQuery("update delegation_list set closed_at = least(closed_at, ?1)")
                    .setParameter(1, clock.instant())
                    .executeUpdate();
        });
    }

    private void theControllerPaysEverything() {
        controller.go(ROUND).follow("Utbetalningar").follow("Beordra utbetalning");
        controller.fill("share", "100").press("Fyll i beloppen");
        controller.fill("payOn", "2015-05-04").press("Beordra");
        assertThat(controller.text()).contains("1 100 000 kr");
        controller
                .fill("payments", controller.choices("payments"))
                .fill("paidOn", "2015-05-04")
                .fill("voucher", "A 15")
                .press("Markera som betalda");
        controller.go(ROUND).follow("Utbetalningar");
        // Granted, paid, under way, left to order.
        assertThat(controller.row("Älvsjö")).endsWith("175 000 kr 175 000 kr 0 kr 0 kr");
        assertThat(controller.row("Summa")).isEqualTo("Summa 1 100 000 kr 1 100 000 kr 0 kr 0 kr");
    }

    /** The address of the district's report with this cost on its only line, if it has one, signed. */
    private String reported(String district, String name, String cost) {
        String report = officer.go(ROUND + "/cost-reports").follow(name).path();
        OpenPage writer = OpenPage.of(district).go(report + "/costs");
        if (cost != null) {
            writer.fill("lines[0].actual", cost).fill("lines[0].deviation", "Lotsen slutade i oktober.");
        }
        writer.press(NEXT);
        writer.fill("otherIncomeStated", "no").press(NEXT);
        writer.fill("resultsText", "Åtta deltagare har fått stöd.").press(NEXT);
        OpenPage signer = OpenPage.of(district + "-chef").go(report).follow("Kontrollera och skriv under");
        signer.press("Skriv under och lämna in");
        return report;
    }

    private void approved(String report) {
        officer.go(report).follow("Granska redovisningen").press("Fortsätt till godkännande");
        officer.press("Godkänn redovisningen");
    }

    private void fiveOfTheClientsWereNotEligible(String report) {
        officer.go(report).follow("Granska redovisningen");
        officer.fields("clients\\.[0-9]+\\.reason").subList(0, 5).forEach(client -> officer.fill(
                        client, "NOT_ELIGIBLE_CLIENT")
                .fill(client.replace(".reason", ".note"), "Var aktuell hos socialtjänsten."));
        officer.press("Fortsätt till godkännande").press("Godkänn redovisningen");
    }

    private void theSettlementSaysWhatEachMayKeep() {
        officer.go(ROUND).follow("Slutavräkning");
        // Granted, paid, not yet paid, released, admitted, repaid, written off, left to clear up.
        assertThat(officer.row("Farsta")).endsWith("Flaggat 600 000 600 000 0 0 571 235 0 0 28 765");
        assertThat(officer.row("Älvsjö")).endsWith("Flaggat 175 000 175 000 0 0 87 500 0 0 87 500");
        assertThat(officer.row("Bromma")).endsWith("Klart 240 000 240 000 0 0 240 000 0 0 0");
        assertThat(officer.row("Hägersten-Liljeholmen")).endsWith("Klart 85 000 85 000 0 0 85 000 0 0 0");
        assertThat(officer.row("Summa")).isEqualTo("Summa 1 100 000 1 100 000 0 0 983 735 0 0 116 265");
    }

    /** The district is heard and answers, the director decides, and the controller registers the money. */
    private void repaid(String district, String name, String kronor) {
        officer.go(ROUND + "/settlement").follow(name).follow("Återbetalning " + kronor + " kr");
        String repayment = officer.path();
        officer.follow("Skicka till stadsdelen för yttrande").press("Skicka brevet");
        OpenPage replier = OpenPage.of(district).go(repayment).follow("Läs brevet och svara");
        replier.fill("reply", "Beloppet stämmer.").press("Lämna svaret");
        director.go(repayment)
                .follow("Besluta")
                .fill("reasons", "Medlen har inte använts enligt planen.")
                .press("Besluta");
        controller
                .go(repayment)
                .follow("Registrera inbetalning")
                .fill("amount", kronor)
                .fill("date", "2016-02-15")
                .fill("reference", "B 16")
                .press("Registrera");
        assertThat(controller.text()).contains("Betald", kronor + " kr, verifikation B 16");
    }

    private void theRoundIsClosed() {
        officer.go(ROUND + "/settlement").follow("Avsluta omgången").press("Avsluta omgången för alltid");
        assertThat(officer.text()).contains("Omgången är avslutad", "ger samma kronor");
        assertThat(officer.row("Farsta")).endsWith("600 000 kr 600 000 kr 0 kr 571 235 kr 28 765 kr 0 kr");
        assertThat(officer.row("Älvsjö")).endsWith("175 000 kr 175 000 kr 0 kr 87 500 kr 87 500 kr 0 kr");
        assertThat(officer.go(ROUND + "/settlement").row("Summa"))
                .isEqualTo("Summa 1 100 000 1 100 000 0 0 983 735 116 265 0 0");
    }

    private void theFinalReportTellsTheCommittee() {
        officer.go(ROUND).follow("Slutrapport").follow("Skriv slutsatser");
        officer.fill("conclusions", "Farsta kom i gång senare än planerat.").press("Spara utkastet");
        // Granted, paid, used, repaid, written off, open, clients.
        assertThat(officer.row("Farsta")).isEqualTo("Farsta 600 000 600 000 571 235 28 765 0 0 –");
        assertThat(officer.row("Älvsjö")).isEqualTo("Älvsjö 175 000 175 000 87 500 87 500 0 0 10");
        officer.press("Fastställ version 1").follow("Version 1");
        assertThat(officer.text())
                .contains(
                        "beviljade 1 100 000 kr till 4 stadsdelsnämnder. 1 100 000 kr har betalats ut. Av det har"
                                + " 983 735 kr använts enligt planerna, 116 265 kr betalats tillbaka",
                        "Taket för hela summan (M5) stoppade 65 000 kr av det som söktes.",
                        "Farsta kom i gång senare än planerat.");
        assertThat(officer.row("M4d")).isEqualTo("M4d Klienter, Bromma och Älvsjö 10 10 100 %");
    }

    private void theDistrictHasItsAccountOnOnePage() {
        OpenPage reader =
                OpenPage.of("farsta").go(ROUND).follow("Slutavräkning").follow("Farsta");
        reader.follow("Stadsdelens redovisning, en sida");
        assertThat(reader.text())
                .contains("Använt: 571 235 kr av beviljade 600 000 kr", "28 765 kr har betalats tillbaka");
    }

    private List<?> mismatches() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select 'account ' || cast(m as text) from account_mismatch m"
                                + " union all select 'ledger ' || cast(m as text) from ledger_mismatch m")
                        .getResultList());
    }
}
