package se.medel.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePdfTest {

    private static final DocumentMetadata METADATA = new DocumentMetadata(
            "Modell för fördelning av utvecklingsmedel",
            "Socialförvaltningen",
            "sv",
            Instant.parse("2014-03-18T09:00:00Z"),
            "Tjänsteutlåtande till socialnämnden om fördelning av medel");

    private static final Attachment FIGURES = new Attachment(
            "utfall.json", "application/json", "{\"summa\": 5100000}".getBytes(UTF_8), "Underlaget för tabell 2");

    private final ArchivePdf archivePdf = new ArchivePdf();

    @Test
    void aCommitteeReportWithAnAttachmentMeetsBothStandards() {
        VeraPdf.assertArchivable(report());
    }

    @Test
    void aCommitteeReportIsReadAloudInTheOrderItIsWritten() {
        assertThat(PdfText.of(report())).isEqualTo(resource("committee-report.txt"));
    }

    @Test
    void aCommitteeReportIsTaggedByWhatItsPartsAre() {
        assertThat(PdfText.tags(report())).isEqualTo(resource("committee-report.tags.txt"));
    }

    @Test
    void eachPageIsNumberedAndAllButTheFirstNameTheCase() {
        byte[] pdf = report();

        assertThat(PdfText.page(pdf, 1))
                .startsWith("Socialförvaltningen\nTjänsteutlåtande")
                .contains("Sida 1 (3)");
        assertThat(PdfText.page(pdf, 2))
                .startsWith("Socialförvaltningen Dnr 3.1-0123/2014")
                .contains("Sida 2 (3)");
        assertThat(PdfText.page(pdf, 3))
                .startsWith("Socialförvaltningen Dnr 3.1-0123/2014")
                .contains("Sida 3 (3)");
        assertThat(PdfText.of(pdf)).as("belongs to the pages, not to the text").doesNotContain("Sida");
    }

    @Test
    void aTableOverManyPagesShowsItsHeaderOnEachAndIsReadAloudOnce() {
        String rows = IntStream.rangeClosed(1, 300)
                .mapToObj(
                        i -> "<tr><th scope=\"row\">Insats " + i + "</th><td class=\"num\">" + i + " 000 kr</td></tr>")
                .collect(Collectors.joining());
        byte[] pdf = render(
                "<h1>Insatser</h1><table><caption>Alla insatser</caption><thead><tr><th scope=\"col\">Insats"
                        + " och nummer</th><th scope=\"col\" class=\"num\">Belopp</th></tr></thead><tbody>" + rows
                        + "</tbody><tfoot><tr><th scope=\"row\">Summa</th><td class=\"num\">45 150 000 kr</td></tr></tfoot></table>");

        assertThat(PdfText.page(pdf, 2)).contains("Insats och nummer Belopp").doesNotContain("Summa");
        assertThat(PdfText.page(pdf, 7)).contains("Insats och nummer Belopp");
        assertThat(PdfText.of(pdf))
                .startsWith("Insatser\nAlla insatser\nInsats och nummer | Belopp\nInsats 1 | 1 000 kr\n")
                .endsWith("Insats 300 | 300 000 kr\nSumma | 45 150 000 kr")
                .hasLineCount(3 + 300 + 1)
                .containsOnlyOnce("nummer");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void theSameInputGivesTheSameBytesAlsoInTwoThreadsAtOnce() throws Exception {
        byte[] first = report();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<byte[]>> documents = Collections.nCopies(6, ArchivePdfTest.this::report);
            for (Future<byte[]> again : threads.invokeAll(documents)) {
                assertThat(again.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anotherTimeOrAnotherTextGivesAnotherDocument() {
        DocumentMetadata later = new DocumentMetadata(
                METADATA.title(), METADATA.author(), "sv", METADATA.created().plusSeconds(1), METADATA.subject());

        assertThat(archivePdf.render(page("<p>a</p>"), later, List.of())).isNotEqualTo(render("<p>a</p>"));
        assertThat(render("<p>b</p>")).isNotEqualTo(render("<p>a</p>"));
    }

    @Test
    void aCharacterThatTheFontLacksIsSeenToBeMissing() {
        byte[] pdf = render("<p>Förening 漢 och \uD83D\uDE00 och <strong>\u0E01</strong> och \uE000.</p>");

        assertThat(PdfText.of(pdf)).isEqualTo("Förening □ och □ och □ och □.");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void marksThatTurnTheDirectionOfWritingAreSeen() {
        assertThat(PdfText.of(render("<p>Bolag \u202Exe.fdp\u202C</p>"))).isEqualTo("Bolag □xe.fdp□");
    }

    @Test
    void lettersWithTheirMarksApartAreJoined() {
        String apart = Normalizer.normalize("Älvsjö på Årsta", Normalizer.Form.NFD);

        assertThat(PdfText.of(render("<p>" + apart + "</p>"))).isEqualTo("Älvsjö på Årsta");
    }

    @Test
    void aMarkThatWouldChangeATagIsTextLikeAnyOther() {
        byte[] pdf = render("<p>\u0338a</p>");

        assertThat(PdfText.of(pdf)).endsWith("a");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void figuresKeepTheirNoBreakSpacesAndTheirMinus() {
        assertThat(PdfText.of(render("<p>\u2212300\u00A0000\u00A0kr</p>"))).isEqualTo("\u2212300\u00A0000\u00A0kr");
    }

    @Test
    void controlCharactersThatXmlForbidsAreSeenAndStopNothing() {
        byte[] pdf = render("<p>a\u0000b\u000Bc&#0;d&#x1F;e\uD800f\uFFFFg&#99999999999;h\u0085i</p>");

        assertThat(PdfText.of(pdf)).isEqualTo("a□b□c□d□e□f□g□h□i");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void preAndCodeAreDrawnWithTheSameFont() {
        byte[] pdf = render("<pre>rad 1\nrad 2</pre><p><code>kod</code> <em><b>båda</b></em></p>");

        assertThat(PdfText.of(pdf)).contains("rad 1", "rad 2", "kod båda");
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void anEntityThatNamesAFileIsRefusedUnread(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "hemligt");
        String xhtml = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<html><head><title>x</title></head><body><p>&x;</p></body></html>";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> archivePdf.render(xhtml, METADATA, List.of()))
                .withMessageContaining("DOCTYPE")
                .withMessageNotContaining("hemligt");
    }

    @Test
    void entitiesThatGrowAreRefused() {
        String xhtml = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<html><head><title>x</title></head><body><p>&b;</p></body></html>";

        assertThatIllegalArgumentException().isThrownBy(() -> archivePdf.render(xhtml, METADATA, List.of()));
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://" + server.getAddress().getHostString() + ":"
                    + server.getAddress().getPort() + "/x";
            byte[] pdf = archivePdf.render(
                    "<html><head><title>x</title><link rel=\"stylesheet\" href=\"" + url + "\"/><style>@import url("
                            + url
                            + "); @font-face { font-family: f; src: url(" + url + "); } p { background-image: url("
                            + url
                            + "); }</style><script src=\"" + url + "\"></script></head>"
                            + "<body><p style=\"background-image: url(" + url + ")\">text</p></body></html>",
                    METADATA,
                    List.of());

            assertThat(PdfText.of(pdf)).isEqualTo("text");
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>inte stängd",
                "<p>&nbsp;</p>",
                "<p><img src=\"a.png\" alt=\"bild\"/></p>",
                "<p><input value=\"svar\"/></p>",
                "<ul><li>a</li><ul><li>b</li></ul></ul>"
            })
    void whatCannotBePrintedWholeIsRefused(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> render(body));
    }

    @Test
    void aTableWithManyColumnsLiesDown() {
        String heads = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "<th scope=\"col\" class=\"num\">Kolumn " + i + "</th>")
                .collect(Collectors.joining());
        String cells = "<td class=\"num\">1\u00A0000\u00A0000\u00A0kr</td>".repeat(11);
        String table = "<table><caption>Utfall</caption><thead><tr><th scope=\"col\">Nämnd</th>" + heads
                + "</tr></thead><tbody><tr><th scope=\"row\">Farsta</th>" + cells + "</tr></tbody></table>";

        VeraPdf.assertArchivable(render("<h1>Utfall</h1><div class=\"wide\">" + table + "</div>"));
    }

    @Test
    void aTableThatIsTooWideGoesOnBesideThePageRatherThanBeLost() {
        String heads = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> "<th scope=\"col\" class=\"num\">Kolumn " + i + "</th>")
                .collect(Collectors.joining());
        String cells = "<td class=\"num\">1\u00A0000\u00A0000\u00A0kr</td>".repeat(14);

        assertThat(PdfText.of(render("<h1>Utfall</h1><table><thead><tr>" + heads + "</tr></thead><tbody><tr>" + cells
                        + "</tr></tbody></table>")))
                .contains("Kolumn 7", "Kolumn 14");
    }

    @Test
    void aLongWordThatSomeoneTypedStaysOnThePaper() {
        VeraPdf.assertArchivable(render("<p>https://example.org/" + "abcdefghij".repeat(20) + "</p>"
                + "<table><caption>Svar</caption><thead><tr><th scope=\"col\">Fråga</th><th scope=\"col\">Svar</th></tr>"
                + "</thead><tbody><tr><th scope=\"row\">Adress</th><td class=\"typed\">" + "abcdefghij".repeat(20)
                + "</td></tr></tbody></table>"));
    }

    @Test
    void theHeadingsAreTheOutline() throws IOException {
        try (PDDocument document = Loader.loadPDF(report())) {
            List<String> outline = new ArrayList<>();
            collect(document.getDocumentCatalog().getDocumentOutline(), "", outline);

            assertThat(outline)
                    .containsExactly(
                            "Modell för fördelning av utvecklingsmedel",
                            "  Förslag till beslut",
                            "  Bakgrund",
                            "    Vad stadsdelsnämnderna har skrivit",
                            "  Ärendet",
                            "    Så har beloppet räknats fram",
                            "  Utfall per stadsdelsnämnd",
                            "  Bilagor");
        }
    }

    @Test
    void theFontsAreInTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(report())) {
            Map<String, Boolean> embedded = new HashMap<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    embedded.put(font.getName().replaceFirst("^[A-Z]{6}\\+", ""), font.isEmbedded());
                }
            }
            assertThat(embedded)
                    .isEqualTo(
                            Map.of("LiberationSans", true, "LiberationSans-Bold", true, "LiberationSans-Italic", true));
        }
    }

    @Test
    void theDocumentSaysWhatItIsAndInWhichLanguage() throws IOException {
        DocumentMetadata metadata = new DocumentMetadata(
                "Regler & <villkor> {author}", "Socialförvaltningen", "sv", METADATA.created(), "Ämnet");
        byte[] pdf = archivePdf.render(page("<p>text</p>"), metadata, List.of());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation information = document.getDocumentInformation();
            assertThat(document.getVersion()).isEqualTo(1.7f);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            assertThat(information.getTitle()).isEqualTo("Regler & <villkor> {author}");
            assertThat(information.getAuthor()).isEqualTo("Socialförvaltningen");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(METADATA.created());
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .contains("<rdf:li xml:lang=\"sv\">Regler &amp; &lt;villkor&gt; &#123;author}</rdf:li>")
                    .contains("<xmp:CreateDate>2014-03-18T09:00:00Z</xmp:CreateDate>");
        }
        VeraPdf.assertArchivable(pdf);
    }

    @Test
    void anAttachmentComesOutAsItWentInAndBelongsToTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(report())) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("utfall.json");
            assertThat(file.getEmbeddedFileUnicode().toByteArray()).isEqualTo(FIGURES.bytes());
            assertThat(file.getEmbeddedFileUnicode().getSubtype()).isEqualTo("application/json");
            assertThat(file.getFileDescription()).isEqualTo("Underlaget för tabell 2");
            assertThat(document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSArray(COSName.getPDFName("AF"))
                            .getObject(0))
                    .isSameAs(file.getCOSObject());
        }
    }

    @Test
    void twoAttachmentsWithOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> archivePdf.render(page("<p>a</p>"), METADATA, List.of(FIGURES, FIGURES)))
                .withMessageContaining("utfall.json");
    }

    private byte[] report() {
        return archivePdf.render(resource("committee-report.xhtml"), METADATA, List.of(FIGURES));
    }

    private byte[] render(String body) {
        return archivePdf.render(page(body), METADATA, List.of());
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"sv\"><head><title>Prov</title></head><body>"
                + body + "</body></html>";
    }

    private static void collect(PDOutlineNode node, String indent, List<String> titles) {
        for (PDOutlineItem item : node.children()) {
            titles.add(indent + item.getTitle());
            collect(item, indent + "  ", titles);
        }
    }

    private static String resource(String name) {
        try (InputStream file = ArchivePdfTest.class.getResourceAsStream("/document/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
