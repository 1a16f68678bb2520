package se.medel.finalreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.medel.finalreport.FinalReportFixture.ALVSJO;
import static se.medel.finalreport.FinalReportFixture.SKARPNACK;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.Results;
import se.medel.database.TestDatabase;
import se.medel.document.Letter;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.finalreport.rules.Stopped;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.opendata.OpenDataService;
import se.medel.opendata.OpenGrant;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.SettlementFixture;
import se.medel.storage.StoredJson;
import se.medel.time.TestClock;

/** What the final report and a district's account say, that an archive takes them, and that they never change. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FinalDocumentTest {

    @Inject
    FinalReportFixture fixture;

    @Inject
    SettlementFixture settlements;

    @Inject
    RoundFixture rounds;

    @Inject
    FinalReportService reports;

    @Inject
    FinalDocuments documents;

    @Inject
    OpenDataService openData;

    @Inject
    RoundService roundService;

    @Inject
    TestClock clock;

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theReportOfAClosedRoundSaysWhereEveryKronaWentAndNeverChanges() throws IOException {
        String round = fixture.closed();
        reports.write(OFFICER, round, null, "Arbetet gav resultat.\n\nDet bör fortsätta <b>2015</b>.")
                .get();
        Kept first = documents.fixed(reports.fix(OFFICER, round, null).get());

        assertThat(read("final-report", first))
                .contains("Slutrapport\n")
                .contains("Socialnämnden godkänner slutrapporten för ")
                .contains("beviljade 1 395 000 kr till 6 stadsdelsnämnder. 1 395 000 kr har betalats ut.")
                // Bromma's three clients would show in its sum, so the next fewest stand with them.
                .contains("Farsta | 200 000 | 200 000 | 150 001 | 49 999 | 0\n")
                .contains("Bromma * | – | – | – | – | –\n")
                .contains("Skarpnäck | 330 000 | 330 000 | 330 000 | 0 | 0\n")
                .contains("Klientersättning till 2 stadsdelar * | 165 000 | 165 000 | 165 000 | 0 | 0\n")
                .contains("M4a | Klienter i omgången | 120 | 23 | 19 %\n")
                .contains("M4b | Klienter, ")
                .contains("anges inte")
                .contains("Ytterstadssatsningen | 1 | 30 000 kr\n")
                .contains("Arbetet gav resultat.\nDet bör fortsätta <b>2015</b>.")
                .doesNotContain("Utkast")
                .doesNotContain("45 000");

        clock.stopAt(LocalDate.of(2016, 3, 1));
        assertThat(reports.fix(OFFICER, round, null).refusals())
                .extracting(Refusal::reason)
                .containsExactly(FinalReportRefusal.FINAL_REPORT_UNCHANGED);
        reports.write(OFFICER, round, null, "Arbetet gav goda resultat.").get();
        Kept second = documents.fixed(reports.fix(OFFICER, round, null).get());
        assertThat(read("final-report-2", second))
                .contains("Ersätter version 1")
                .contains("goda resultat");
        Kept again = documents.fixed(reports.fixed(DIRECTOR, round, 1).get());
        assertThat(again.document().pdf()).isEqualTo(first.document().pdf());
        assertThat(again.letter()).isEqualTo(first.letter());
    }

    @Test
    void aDraftIsMarkedAndSaysWhatIsOpen() throws IOException {
        String round = fixture.reporting();
        assertThat(reports.fix(OFFICER, round, null).refusals())
                .extracting(Refusal::reason)
                .containsExactly(FinalReportRefusal.FINAL_REPORT_NOT_CLOSED);
        Letter draft = documents.draft(
                reports.figures(OFFICER, round).get(),
                reports.draft(OFFICER, round).get());

        assertThat(draft.marking()).isEqualTo(Letter.DRAFT);
        byte[] pdf = documents.draw(draft);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.of(pdf).replace('\u00a0', ' '))
                .contains("Version | 1, utkast")
                .contains("1 395 000 kr är utbetalt och ännu inte redovisat eller återbetalt")
                .contains("Ingen redovisning är godkänd än.");
    }

    @Test
    void everySumIsTheSumOfTheDistricts() {
        String round = fixture.closed();
        RoundFigures figures = reports.figures(OFFICER, round).get();

        Sums districts = Sums.sum(
                figures.districts().stream().map(RoundFigures.OfDistrict::sums).toList());
        assertThat(districts.plus(figures.together().sums())).isEqualTo(figures.total());
        assertThat(figures.total().granted()).isEqualTo(fixture.granted(round));
        assertThat(figures.total().owed()).isEqualTo(Kronor.ZERO);
        assertThat(figures.stopped().asked()).isEqualTo(fixture.granted(round));
        assertThat(figures.stopped().granted()).isEqualTo(figures.total().granted());
    }

    @Test
    void whereTheWholeRoundHasThreeClientsNoFigureIsWithThem() {
        String round = rounds.openRound(ModelFixture.model2014());
        settlements.granted(round, FARSTA, ComponentKind.CO_FINANCING, 200_000);
        settlements.claimGranted(round, BROMMA, 3);
        RoundFigures figures = reports.figures(OFFICER, round).get();

        assertThat(figures.compensationWithheld()).isTrue();
        assertThat(figures.total().granted()).isEqualTo(Kronor.of(200_000));
        assertThat(figures.stopped().granted()).isEqualTo(figures.total().granted());
        assertThat(figures.stopped().asked()).isEqualTo(Kronor.of(200_000));
        assertThat(StoredJson.write(figures)).doesNotContain("45000", "245000");
    }

    /** Farsta's cost beside its 12 clients, who stand with Bromma's three; so the sum of both must not be told either. */
    @Test
    void aDistrictWhoseClientsStandWithAFewOfAnothersTellsItsCostsAlone() {
        String round = rounds.openRound(ModelFixture.model2014());
        settlements.granted(round, FARSTA, ComponentKind.CO_FINANCING, 200_000);
        settlements.claimGranted(round, FARSTA, 12);
        settlements.claimGranted(round, BROMMA, 3);
        settlements.claimGranted(round, SKARPNACK, 20);
        DistrictFigures account = reports.ofDistrict(OFFICER, round, FARSTA).get();

        assertThat(account.clients()).isNull();
        assertThat(account.asked()).isEqualTo(Kronor.of(200_000));
        assertThat(account.total().granted()).isEqualTo(Kronor.of(200_000));
        assertThat(account.grants())
                .extracting(DistrictFigures.Grant::component)
                .containsExactly(ComponentKind.CO_FINANCING);
        assertThat(documents.account(account).toString().replace('\u00a0', ' '))
                .contains("utan klientersättningen", "Klientersättningen ingår inte i beloppen")
                .doesNotContain("180 000", "380 000");
        assertThat(reports.ofDistrict(OFFICER, round, SKARPNACK).get().clients())
                .isEqualTo(20);
    }

    /** Farsta is refused six and Bromma two: the report tells the eight, so the accounts must tell neither. */
    @Test
    void whatOneDistrictWasRefusedCannotBeTakenFromWhatTheReportTellsOfAll() {
        String round = rounds.openRound(ModelFixture.model2014());
        settlements.claimGranted(round, FARSTA, 16, 10);
        settlements.claimGranted(round, BROMMA, 10, 8);
        settlements.claimGranted(round, SKARPNACK, 7);
        settlements.granted(round, SKARPNACK, ComponentKind.CO_FINANCING, 150_000);
        settlements.startReporting(round);
        Stopped stopped = reports.figures(OFFICER, round).get().stopped();
        DistrictFigures farsta = reports.ofDistrict(OFFICER, round, FARSTA).get();
        DistrictFigures bromma = reports.ofDistrict(OFFICER, round, BROMMA).get();

        // The open data and the report tell what both were granted.
        assertThat(openData.grants(roundService.round(round).orElseThrow()))
                .filteredOn(grant -> grant.component() == ComponentKind.CLIENT_COMPENSATION && !grant.hidden())
                .extracting(OpenGrant::district, OpenGrant::clients)
                .containsExactlyInAnyOrder(tuple(BROMMA, 8L), tuple(FARSTA, 10L), tuple(SKARPNACK, 7L));
        assertThat(stopped.lines()).extracting(Stopped.Line::clients).containsExactly(8L);
        for (DistrictFigures account : List.of(farsta, bromma)) {
            assertThat(account.asked()).isNull();
            assertThat(account.grants())
                    .extracting(DistrictFigures.Grant::asked)
                    .containsOnlyNulls();
            assertThat(documents.account(account).toString().replace('\u00a0', ' '))
                    .doesNotContain("240 000", "90 000", "30 000", "16 klienter", "6 klienter,", "2 klienter");
        }
    }

    /** Two claims of seven in all, of which one is for three. */
    @Test
    void anAccountTellsADistrictsClaimsAsOneSum() {
        String round = rounds.openRound(ModelFixture.model2014());
        settlements.claimGranted(round, FARSTA, 3);
        settlements.claimGranted(round, FARSTA, 4);
        DistrictFigures account = reports.ofDistrict(OFFICER, round, FARSTA).get();

        assertThat(account.clients()).isEqualTo(7);
        assertThat(account.grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.sums().granted()).isEqualTo(Kronor.of(105_000)));
        assertThat(documents.account(account).toString().replace('\u00a0', ' '))
                .contains("105 000")
                .doesNotContain("45 000", "60 000");
    }

    @Test
    void anAccountThatIsGivenBackIsADraftAgainAndAnotherOneAfterwards() {
        String round = fixture.reporting();
        CostReportView report = settlements.approved(settlements.submitted(round, SKARPNACK, "150001", "0"));
        DistrictFigures settled = reports.ofDistrict(OFFICER, round, SKARPNACK).get();
        assertThat(settled.settled()).isTrue();
        settlements.givenBack(report);
        DistrictFigures open = reports.ofDistrict(OFFICER, round, SKARPNACK).get();
        assertThat(open.settled()).isFalse();
        assertThat(open.fingerprint()).isNotEqualTo(settled.fingerprint());
    }

    @Test
    void aDistrictsAccountIsADraftUntilAllIsSettled() throws IOException {
        String round = fixture.reporting();
        Letter draft =
                documents.account(reports.ofDistrict(OFFICER, round, FARSTA).get());
        assertThat(draft.marking()).isEqualTo(Letter.DRAFT);
        assertThat(PdfText.of(documents.draw(draft)).replace('\u00a0', ' '))
                .contains("200 000 kr är inte redovisat eller återbetalt");
        settlements.approved(settlements.submitted(round, SKARPNACK, "150001", "0"));
        DistrictFigures settled = reports.ofDistrict(OFFICER, round, SKARPNACK).get();
        Kept account = documents.settled(settled);
        clock.stopAt(LocalDate.of(2016, 3, 1));

        assertThat(read("district-account", account))
                .contains("Skarpnäcks stadsdelsnämnd")
                .contains("Använt: 330 000 kr av beviljade 330 000 kr")
                .contains("12 klienter har gett ersättning.")
                .contains("Med stadsdelens ord: Åtta deltagare har fått stöd.")
                .doesNotContain("Utkast");
        assertThat(pages(account.document().pdf())).isEqualTo(1);
        assertThat(documents
                        .settled(reports.ofDistrict(OFFICER, round, SKARPNACK).get())
                        .document()
                        .pdf())
                .isEqualTo(account.document().pdf());
    }

    @Test
    void aDistrictWithThreeClientsTellsItsCommitteeNoAmountThatGivesThemAway() {
        String round = fixture.closed();
        DistrictFigures account = reports.ofDistrict(OFFICER, round, BROMMA).get();

        assertThat(account.clients()).isNull();
        assertThat(account.total()).isNull();
        assertThat(account.asked()).isNull();
        // Its eight stand with Bromma's in the report: who knew them could tell Bromma's three.
        DistrictFigures other = reports.ofDistrict(OFFICER, round, ALVSJO).get();
        assertThat(other.clients()).isNull();
        assertThat(other.total()).isNull();
        assertThat(StoredJson.write(other)).doesNotContain("120000");
        assertThat(documents.account(account).toString().replace('\u00a0', ' '))
                .doesNotContain("45 000")
                .contains("Beloppen står i delegationsbeslutet");
    }

    @Test
    void anAccountIsOnePageWhateverIsWritten() throws IOException {
        String round = fixture.closed();
        DistrictFigures some = reports.ofDistrict(OFFICER, round, FARSTA).get();
        TreeMap<String, Long> counts = new TreeMap<>();
        Results.NAMES.forEach(name -> counts.put(name, 100_000L));
        Sums sums = Sums.of(
                Kronor.of(99_999_999),
                Kronor.of(88_888_888),
                Kronor.of(11_111_111),
                Kronor.of(77_777_777),
                Kronor.of(9_999_999),
                Kronor.of(1_111_111));
        String longest =
                "Lång och vidlyftig text om året som gick. ".repeat(1000).substring(0, FreeText.LONGEST);
        List<DistrictFigures.Grant> all = List.of(
                new DistrictFigures.Grant(ComponentKind.FIXED_GRANT, Kronor.of(99_999_999), sums),
                new DistrictFigures.Grant(ComponentKind.CO_FINANCING, Kronor.of(99_999_999), sums),
                new DistrictFigures.Grant(ComponentKind.CLIENT_COMPENSATION, Kronor.of(99_999_999), sums));
        for (boolean settled : new boolean[] {true, false}) {
            for (String text : List.of(longest, "W".repeat(FreeText.LONGEST), "kort\n\n".repeat(300))) {
                DistrictFigures full = new DistrictFigures(
                        some.round(),
                        "Sociala insatsgrupper för unga vuxna i hela staden, omgången 2014",
                        2014,
                        some.caseNumber(),
                        "enskede-arsta-vantor",
                        "Enskede-Årsta-Vantör",
                        "Enskede-Årsta-Vantörs stadsdelsnämnd",
                        settled,
                        Kronor.of(99_999_999),
                        Sums.sum(List.of(sums, sums, sums)),
                        all,
                        true,
                        100_000L,
                        counts,
                        text,
                        List.of(
                                new RoundFigures.Funding(text.strip().substring(0, 200), Kronor.of("999999999.50"), 1),
                                new RoundFigures.Funding(text.strip().substring(1, 201), Kronor.of("999999999.50"), 1),
                                new RoundFigures.Funding(text.strip().substring(2, 202), Kronor.of("999999999.50"), 1)),
                        Instant.parse("2015-02-10T10:00:00Z"));
                byte[] pdf = documents.draw(documents.account(full));
                Files.createDirectories(Path.of("target", "documents"));
                Files.write(Path.of("target", "documents", "district-account-full.pdf"), pdf);
                assertThat(pages(pdf)).isEqualTo(1);
                assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
            }
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** The text with plain spaces; the file is kept for somebody to look at. */
    private static String read(String name, Kept kept) throws IOException {
        byte[] pdf = kept.document().pdf();
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", name + ".pdf"), pdf);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .containsExactly(kept.letter().fileStem() + ".json");
        }
        return PdfText.of(pdf).replace('\u00a0', ' ');
    }
}
