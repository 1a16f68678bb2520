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
        controller = OpenPage.of("ekonom");

        theOfficerCopies2014AndChangesTheFigures();
        theOfficerWritesTheReportWithThoseFigures();
        clock.stopAt(LocalDate.of(2015, 2, 10));
        theCommitteeDecidesAndTheRoundIsOpened();

        clock.stopAt(LocalDate.of(2015, 3, 20));
        String fixed = applied("farsta", "Fast belopp", "600 000", "600 000", "0");
        String claim = claimed("alvsjo", 5);
        String bromma = applied("bromma", "Medfinansiering", "400 000", "240 000", "160 000");
        String hagersten = applied("hagersten-liljeholmen", "Medfinansiering", "200 000", "150 000", "50 000");

        clock.stopAt(LocalDate.of(2015, 4, 15));
        granted(fixed, "600 000");
        theThirdGroupCapLeavesThreeOfFiveClients(claim);
        granted(bromma, "240 000");
        theCeilingLeavesThePartThatIsLeft(hagersten);
        theRoundSaysThatNothingIsLeft();

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
        oneOfTheClientsWasNotEligible(ofAlvsjo);
        approved(ofBromma);
        approved(ofHagersten);
        theSettlementSaysWhatEachMayKeep();

        repaid("farsta", "Farsta", "28 765");
        repaid("alvsjo", "Älvsjö", "17 500");
        theRoundIsClosed();
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
                .fill("ceiling.amount", "1 000 000")
                .fill("ceiling.source", "Den utbetalda summan kan uppgå till högst 1 mkr.")
                .press("Ta bort raden 2");
        assertThat(officer.fields("fixedGrant\\[[0-9]+].amount")).containsExactly("fixedGrant[0].amount");
        officer.press("Lägg till ett grupptak");
        groupCap(1, "Farsta och Skarpnäck", "12", "M4c", "farsta", "skarpnack");
        officer.press("Lägg till ett grupptak");
        groupCap(2, "Bromma och Älvsjö", "3", "M4d", "bromma", "alvsjo");
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
                .contains("Takbeloppet är 1 000 000 kr: 600 000 kr till Farsta, 17 500 kr per klient, 3 från Bromma");
        officer.go(ROUND + "/committee-report").follow("Kontrollera och fastställ");
        officer.press("Fastställ och lämna till nämnden");
        assertThat(officer.text()).contains("modellen lämnad till nämnden");
    }

    private void theCommitteeDecidesAndTheRoundIsOpened() {
        OpenPage secretary = OpenPage.of("sekreterare");
        secretary.go(ROUND).follow("Registrera nämndens beslut");
        assertThat(secretary.text()).contains("1 000 000 kr", "17 500 kr", "M4d");
        secretary.fill("date", "2015-02-10").fill("paragraph", "§ 12").press("Registrera beslutet");
        assertThat(secretary.text()).contains("Version 1, socialnämnden 2015-02-10 § 12");
        officer.go(ROUND).follow("Öppna omgången för ansökningar").press("Öppna omgången för ansökningar");
        assertThat(officer.text()).contains("1 000 000 kr kvar", "Klienter från Bromma och Älvsjö");
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
        assertThat(writer.text()).contains("5 × 17 500 kr = 87 500 kr");
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
        assertThat(director.text()).contains(kronor + " kr");
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

    private void theThirdGroupCapLeavesThreeOfFiveClients(String claim) {
        officer.go(claim);
        assertThat(officer.row("M4d"))
                .contains(
                        "Bromma och Älvsjö: högst 3 klienter tillsammans, varav 3 återstår",
                        "5 klienter",
                        "3 klienter");
        prepared(claim, "recommendedClients", "3");
        director.go(claim).follow("Besluta").fill("outcome", "grant").fill("clients", "4");
        director.fill("reasons", "En fler är angeläget.").pressInVain("Kontrollera beslutet");
        assertThat(director.text()).contains("M4d lämnar bara 3 klienter. Inget har beslutats.");
        decided(claim, "clients", "3");
        assertThat(director.text())
                .contains(
                        "Delvis bifall: 52 500 kr (3 klienter)",
                        "Regeln M4d satte beloppet till 52 500 kr (3 klienter)");
        assertThat(director.row("M4d")).contains("högst 3 klienter tillsammans, varav 3 återstår");
    }

    private void theCeilingLeavesThePartThatIsLeft(String application) {
        officer.go(application);
        assertThat(officer.row("M5")).contains("Takbeloppet är 1 000 000 kr, varav 107 500 kr återstår", "150 000 kr");
        granted(application, "107 500");
        assertThat(director.row("M5")).contains("varav 107 500 kr återstår", "107 500 kr");
    }

    private void theRoundSaysThatNothingIsLeft() {
        director.go(ROUND);
        assertThat(director.text()).contains("0 kr kvar", "1 000 000 kr av 1 000 000 kr är beviljat");
        assertThat(director.row("Älvsjö")).contains("3 klienter, 52 500 kr");
        assertThat(director.row("Alla stadsdelar")).endsWith("1 000 000 kr");
    }

    private void theControllerPaysEverything() {
        controller.go(ROUND).follow("Utbetalningar").follow("Beordra utbetalning");
        controller.fill("share", "100").press("Fyll i beloppen");
        controller.fill("payOn", "2015-05-04").press("Beordra");
        assertThat(controller.text()).contains("1 000 000 kr");
        controller
                .fill("payments", controller.choices("payments"))
                .fill("paidOn", "2015-05-04")
                .fill("voucher", "A 15")
                .press("Markera som betalda");
        controller.go(ROUND).follow("Utbetalningar");
        assertThat(controller.row("Älvsjö")).contains("52 500");
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

    private void oneOfTheClientsWasNotEligible(String report) {
        officer.go(report).follow("Granska redovisningen");
        String client = officer.fields("clients\\.[0-9]+\\.reason").get(0);
        officer.fill(client, "NOT_ELIGIBLE_CLIENT")
                .fill(client.replace(".reason", ".note"), "Var aktuell hos socialtjänsten.")
                .press("Fortsätt till godkännande");
        officer.press("Godkänn redovisningen");
    }

    private void theSettlementSaysWhatEachMayKeep() {
        officer.go(ROUND).follow("Slutavräkning");
        assertThat(officer.row("Farsta")).contains("600 000", "571 235", "28 765");
        assertThat(officer.row("Älvsjö")).contains("52 500", "35 000", "17 500");
        assertThat(officer.row("Bromma")).contains("240 000");
        assertThat(officer.row("Hägersten-Liljeholmen")).contains("107 500");
        assertThat(officer.row("Summa")).contains("1 000 000", "46 265");
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
        assertThat(officer.row("Farsta")).contains("600 000", "571 235", "28 765");
        assertThat(officer.row("Älvsjö")).contains("52 500", "35 000", "17 500");
    }

    private List<?> mismatches() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select 'account ' || cast(m as text) from account_mismatch m"
                                + " union all select 'ledger ' || cast(m as text) from ledger_mismatch m")
                        .getResultList());
    }
}
