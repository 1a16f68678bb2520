package se.medel.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static se.medel.round.RoundFixture.AUDITOR;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.RoundFixture.officerOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Outline;
import se.medel.database.TestDatabase;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.round.ModelState;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ModelFixture;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

/** The committee report: text and model can't disagree, nothing typed runs, and what is fixed stays. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommitteeReportTest {

    @Inject
    CommitteeReportService reports;

    @Inject
    CommitteeReportDocuments documents;

    @Inject
    RoundService rounds;

    private String proposable() {
        return rounds.create(OFFICER, RoundFixture.anyNewRound(), ModelFixture.model2014())
                .get()
                .id();
    }

    /** A draft that can be fixed. */
    private String written() {
        String round = proposable();
        reports.start(OFFICER, round).get();
        for (Chapter chapter : Outline.ofTheHouse().chapters()) {
            if (chapter.isWritten()) {
                write(round, chapter, chapter == Chapter.SUMMARY ? "Högst {M5} i alla." : "Text.");
            }
        }
        return round;
    }

    private CommitteeReportView write(String round, Chapter chapter, String text) {
        return reports.write(OFFICER, round, null, chapter, text).get();
    }

    private CommitteeReportView newest(String round) {
        return reports.find(OFFICER, round).get();
    }

    private static List<String> reasons(Answer<?> answer) {
        return answer.refusals().stream()
                .map(fault -> fault.reason().toString())
                .toList();
    }

    @Test
    void aFigureThatDiffersFromTheModelIsPointedOutWhereItStandsAndBarsFixing() {
        String round = written();
        write(round, Chapter.BACKGROUND, "Projektet fick 12 mkr. Taket är 6 mkr, inte {M99}. Taket är också 5 mkr.");
        assertThat(reports.check(newest(round)))
                .extracting(fault -> fault.field() + " " + fault.reason() + " " + fault.arguments())
                .containsExactly(
                        "background REPORT_PAPER_FIGURE_UNKNOWN [M99]",
                        "background REPORT_PAPER_FIGURE_DIFFERS [12 mkr]",
                        "background REPORT_PAPER_FIGURE_DIFFERS [6 mkr]");
        assertThat(reasons(reports.fix(OFFICER, round, null))).contains("REPORT_PAPER_FIGURE_DIFFERS");

        write(round, Chapter.BACKGROUND, "Projektet fick 12 mkr. Taket är {M5}.");
        reports.setAside(OFFICER, round, null, Set.of("12 mkr", "aldrig skrivet"))
                .get();
        assertThat(newest(round).aside()).containsExactly("12 mkr");
        assertThat(reports.check(newest(round))).isEmpty();
    }

    @Test
    void fixingHandsTheModelToTheCommitteeAndNeitherChangesAfterwards() {
        String round = written();
        CommitteeReportView fixed = reports.fix(OFFICER, round, null).get();
        assertThat(rounds.pendingModel(round).orElseThrow().state()).isEqualTo(ModelState.PROPOSED);
        byte[] pdf = documents.kept(fixed).document().pdf();
        assertThat(reasons(reports.write(OFFICER, round, null, Chapter.SUMMARY, "Annat.")))
                .containsExactly("REPORT_PAPER_FIXED");
        assertThat(reasons(reports.fix(OFFICER, round, null))).containsExactly("REPORT_PAPER_FIXED");

        // Taken back: the fixed report stays as it was, and a new version names it.
        rounds.takeBack(OFFICER, round).get();
        CommitteeReportView second = reports.start(OFFICER, round).get();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.texts()).isEqualTo(fixed.texts());
        CommitteeReportView refixed = reports.fix(OFFICER, round, null).get();
        assertThat(documents
                        .kept(reports.find(OFFICER, round, 1).get())
                        .document()
                        .pdf())
                .isEqualTo(pdf);
        assertThat(PdfText.of(documents.kept(refixed).document().pdf())).contains("2, ersätter version 1");
    }

    @Test
    void aChapterIsWrittenByOneAtATime() {
        String round = proposable();
        CommitteeReportView report = reports.start(OFFICER, round).get();
        assertThat(reasons(reports.start(OFFICER, round))).containsExactly("REPORT_PAPER_OPEN");
        reports.write(OFFICER, round, report.version(), Chapter.SUMMARY, "Först.")
                .get();
        assertThat(reasons(reports.write(OFFICER, round, report.version(), Chapter.SUMMARY, "Sedan.")))
                .containsExactly("REPORT_PAPER_STALE");
        assertThat(newest(round).text(Chapter.SUMMARY)).isEqualTo("Först.");
    }

    @Test
    void onlyAnOfficerWritesAndADraftStaysInTheAdministration() {
        String round = proposable();
        for (Actor other : List.of(DIRECTOR, SECRETARY, AUDITOR, officerOf("farsta"))) {
            assertThat(reasons(reports.start(other, round))).containsExactly("REPORT_PAPER_NOT_FOR_ROLE");
        }
        reports.start(OFFICER, round).get();
        assertThat(reasons(reports.write(DIRECTOR, round, null, Chapter.SUMMARY, "x")))
                .containsExactly("REPORT_PAPER_NOT_FOR_ROLE");
        assertThat(reports.find(AUDITOR, round).isRefused()).isFalse();
        assertThat(reasons(reports.find(officerOf("farsta"), round))).containsExactly("REPORT_PAPER_NOT_FOUND");
        assertThat(reasons(reports.find(new Actor("utvarderare", Role.EVALUATOR, null), round)))
                .containsExactly("REPORT_PAPER_NOT_FOUND");
    }

    @Test
    void chaptersAreTurnedOnAndPutInOrderForTheReportsAfterToo() {
        String round = proposable();
        CommitteeReportView before = reports.start(OFFICER, round).get();
        List<Outline.Slot> slots = new ArrayList<>();
        before.outline()
                .slots()
                .forEach(slot -> slots.add(new Outline.Slot(
                        slot.chapter(),
                        slot.chapter() == Chapter.EQUALITY || slot.on() && slot.chapter() != Chapter.APPENDICES)));
        Collections.reverse(slots);
        reports.arrange(OFFICER, round, null, new Outline(slots)).get();
        try {
            assertThat(newest(round).outline().chapters().get(0)).isEqualTo(Chapter.PROPOSAL_AGAIN);
            assertThat(newest(round).outline().chapters())
                    .contains(Chapter.EQUALITY)
                    .doesNotContain(Chapter.APPENDICES);
            assertThat(reports.start(OFFICER, proposable()).get().outline()).isEqualTo(new Outline(slots));
        } finally {
            reports.arrange(OFFICER, round, null, Outline.ofTheHouse()).get();
        }
    }

    @Test
    void theReportOf2014SaysWhereTheCeilingBindsAndAnArchiveTakesIt() throws IOException {
        CommitteeReportView report = reports.find(OFFICER, "sig-2014").get();
        Kept kept = documents.kept(report);
        byte[] pdf = kept.document().pdf();
        Path file = Files.createDirectories(Path.of("target", "documents")).resolve("committee-report.pdf");
        Files.write(file, pdf);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
        String text = PdfText.of(pdf).replace('\u00a0', ' ');
        assertThat(text)
                .contains("Förvaltningens förslag till beslut\n")
                .contains("Socialnämnden ger förvaltningschefen i uppdrag att fördela medlen enligt modellen.")
                .contains("blir det 5 400 000 kr. Taket är 5 000 000 kr (M5). Delarna går alltså 400 000 kr över taket")
                .contains("räcker taket till 10 stadsdelar")
                .contains(
                        "Den elfte, Hägersten-Liljeholmen om de beviljas i modellens ordning, får inte hela beloppet.")
                .contains("räcker taket till 93 klienter.")
                .contains("M4b | Av dessa högst 65 från det gemensamma projektet");
        List<String> inOrder = List.of(
                "Förvaltningens förslag till beslut",
                "Sammanfattning",
                "Bakgrund",
                "Ärendets beredning",
                "Fördelningen har två syften",
                "Kriterier för att få medel",
                "Redovisning vid årets slut",
                "Samordning med andra medel",
                "Förslaget i sin helhet",
                "Bilagor");
        assertThat(inOrder).extracting(text::indexOf).isSorted().allMatch(at -> at >= 0);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .isNotEmpty();
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsKey("tjansteutlatande-sig-2014-1.json");
        }
    }

    @Test
    void whatIsTypedIsNeverRunAndADraftCarriesItsMark() throws IOException {
        String round = proposable();
        reports.start(OFFICER, round).get();
        String harmful = "<script>alert(1)</script> {#include x}{/include} ![b](https://example.org/b.png)"
                + " \u202Eomvänt \u0007 \uD83D\uDE00 " + "x".repeat(3_000);
        write(round, Chapter.SUMMARY, harmful);
        byte[] pdf = documents.draft(newest(round)).orElseThrow();
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.beyondTheEdge(pdf)).isEmpty();
        assertThat(PdfText.of(pdf))
                .contains("<script>alert(1)</script> {#include x}{/include} ![b](https://example.org/b.png)")
                .contains("Tjänsteutlåtande, utkast");
        assertThat(PdfText.page(pdf, 2)).contains("Utkast");
        Visitor.loggedInAs("handlaggare")
                .get("/rounds/" + round + "/committee-report/1")
                .statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void thePagesTakeAReportFromStartToTheCommittee() {
        String round = proposable();
        String at = "/rounds/" + round + "/committee-report";
        Visitor officer = Visitor.loggedInAs("handlaggare");
        officer.get(at).statusCode(200).body(containsString("Börja skriva"));
        officer.post(at).statusCode(303);
        List<String> opened = new ArrayList<>(officer.hidden(at + "/chapters/summary"));
        opened.addAll(List.of("text", "Det som jag skrev."));
        officer.postFrom(at + "/chapters/summary", at + "/chapters/summary", "text", "Taket är 7 mkr.")
                .statusCode(422)
                .body(containsString("7 mkr” stämmer inte med någon siffra"));
        assertThat(newest(round).text(Chapter.SUMMARY)).isEqualTo("Taket är 7 mkr.");
        officer.postFrom(at + "/chapters/summary", at + "/chapters/summary", "text", "Taket är {M5}.")
                .statusCode(303);
        officer.send(at + "/chapters/summary", opened)
                .statusCode(409)
                .body(containsString("Någon annan har ändrat"))
                .body(containsString("Det som jag skrev."))
                .body(containsString("Taket är {M5}."));
        officer.postFrom(at + "/chapters/summary", at + "/chapters/summary", "text", "Ring 19900101-2385.")
                .statusCode(422)
                .body(containsString("Ring 19900101-2385."));
        officer.postFrom(at + "/outline", at + "/outline", "place.SUMMARY", "x")
                .statusCode(422)
                .body(containsString("Skriv ett heltal"));
        write(round, Chapter.PREPARATION, "");
        officer.get(at + "/fix").statusCode(200).body(containsString("Kapitlet saknar text"));
        officer.get(at + "/chapters/nothing").statusCode(404);

        for (String other : List.of("chef", "sekreterare", "revisor")) {
            Visitor.loggedInAs(other).get(at).statusCode(200).body(not(containsString("Kontrollera och fastställ")));
            Visitor.loggedInAs(other).get(at + "/chapters/summary").statusCode(403);
        }
        Visitor.loggedInAs("farsta").get(at).statusCode(404);
        Visitor.loggedInAs("utvarderare").get(at).statusCode(403);
    }

    @Test
    void ofTwoWhoStartAtTheSameTimeOneDoes() throws Exception {
        String round = proposable();
        Callable<Answer<CommitteeReportView>> start = () -> reports.start(OFFICER, round);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Reason> refused = new ArrayList<>();
            for (Future<Answer<CommitteeReportView>> each : pool.invokeAll(List.of(start, start))) {
                each.get().refusals().forEach(refusal -> refused.add(refusal.reason()));
            }
            assertThat(refused).containsExactly(CommitteeReportRefusal.REPORT_PAPER_OPEN);
        } finally {
            pool.shutdown();
        }
    }
}
