package se.medel.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a document the way a screen reader does: by its tags, without headers, footers and page numbers. */
public final class PdfText {

    private static final Set<String> BLOCKS =
            Set.of("P", "H1", "H2", "H3", "H4", "Caption", "TR", "LI", "L", "Div", "Table", "Sect", "BlockQuote");

    private final Map<PDPage, Map<Integer, List<TextPosition>>> marked = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder outline = new StringBuilder();
    private TextPosition last;
    private boolean inCell;
    private boolean afterLabel;

    private PdfText(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, List<TextPosition>> onPage = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                if (content.getMCID() >= 0) {
                    onPage.put(
                            content.getMCID(),
                            content.getContents().stream()
                                    .filter(TextPosition.class::isInstance)
                                    .map(TextPosition.class::cast)
                                    .toList());
                }
            }
            marked.put(page, onPage);
        }
        read(document.getDocumentCatalog().getStructureTreeRoot(), null, -1);
    }

    /** The text in reading order: one line for each paragraph, heading, list item and row; cells parted by " | ". */
    public static String of(byte[] pdf) {
        return reading(pdf).text.toString().strip().replaceAll(" *\n\\s*", "\n");
    }

    /** The tags, indented, one on each line, without the text. */
    public static String tags(byte[] pdf) {
        return reading(pdf).outline.toString();
    }

    /** All that is drawn on a page (from 1), with its header, footer and page number. */
    public static String page(byte[] pdf, int number) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfText reading(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PdfText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(PDStructureNode node, PDPage page, int depth) {
        boolean first = true;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = element.getStructureType();
                outline.append("  ".repeat(depth + 1)).append(type).append('\n');
                boolean cell = type.equals("TD") || type.equals("TH");
                if (cell && !first) {
                    text.append(" | ");
                    last = null;
                }
                inCell = cell || inCell;
                newLine(type);
                read(element, element.getPage(), depth + 1);
                inCell = !cell && inCell;
                newLine(type);
                if (type.equals("Lbl")) {
                    text.append(' ');
                    afterLabel = true;
                }
            } else if (kid instanceof Integer id) {
                draw(page, id);
            } else if (kid instanceof PDMarkedContentReference reference) {
                draw(reference.getPage(), reference.getMCID());
            }
            first = false;
        }
    }

    private void newLine(String type) {
        if (BLOCKS.contains(type) && !inCell && !afterLabel) {
            text.append('\n');
            last = null;
        }
    }

    /** The space where a line was broken isn't drawn, so it is put back when the text goes on further down. */
    private void draw(PDPage page, int id) {
        for (TextPosition glyph : marked.get(page).getOrDefault(id, List.of())) {
            boolean brokenLine = last != null && Math.abs(last.getYDirAdj() - glyph.getYDirAdj()) > 1;
            if (brokenLine && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            text.append(glyph.getUnicode());
            afterLabel = false;
            last = glyph;
        }
    }
}
