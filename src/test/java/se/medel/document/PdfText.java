package se.medel.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    /** The right margin in document.css, 24 mm in points, less what rounding may take. */
    private static final double MARGIN = 24 / 25.4 * 72 - 1;

    private final Map<PDPage, Map<Integer, List<TextPosition>>> marked = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final String outline;
    private final StringBuilder beyondTheEdge = new StringBuilder();
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
        outline = String.join("\n", read(document.getDocumentCatalog().getStructureTreeRoot(), null)) + "\n";
    }

    /** The text in reading order: one line for each paragraph, heading, list item and row; cells parted by " | ". */
    public static String of(byte[] pdf) {
        return reading(pdf).text.toString().strip().replaceAll(" +", " ").replaceAll(" ?\n\\s*", "\n");
    }

    /** The tags without the text: one on each line, indented, and "TR × 3" for three such elements in a row. */
    public static String tags(byte[] pdf) {
        return reading(pdf).outline;
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

    /**
     * Text that crosses the edge of its sheet: a table with too many columns goes on on the next sheet in the midst of
     * a cell, and no checker says so.
     */
    public static String beyondTheEdge(byte[] pdf) {
        return reading(pdf).beyondTheEdge.toString();
    }

    private static PdfText reading(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PdfText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read(PDStructureNode node, PDPage page) {
        List<List<String>> parts = new ArrayList<>();
        boolean first = true;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                parts.add(read(element, first));
            } else if (kid instanceof Integer id) {
                draw(page, id);
            } else if (kid instanceof PDMarkedContentReference reference) {
                draw(reference.getPage(), reference.getMCID());
            }
            first = false;
        }
        return withRepeatsCounted(parts);
    }

    private List<String> read(PDStructureElement element, boolean first) {
        String type = element.getStructureType();
        boolean cell = type.equals("TD") || type.equals("TH");
        if (cell && !first) {
            text.append(" | ");
            last = null;
        }
        inCell = cell || inCell;
        newLine(type);
        List<String> tags = new ArrayList<>(List.of(type));
        read(element, element.getPage()).forEach(tag -> tags.add("  " + tag));
        inCell = !cell && inCell;
        newLine(type);
        if (type.equals("Lbl")) {
            text.append(' ');
            afterLabel = true;
        }
        return tags;
    }

    private static List<String> withRepeatsCounted(List<List<String>> parts) {
        List<String> tags = new ArrayList<>();
        for (int i = 0, next; i < parts.size(); i = next) {
            next = i + 1;
            while (next < parts.size() && parts.get(next).equals(parts.get(i))) {
                next++;
            }
            List<String> part = parts.get(i);
            tags.add(next - i == 1 ? part.get(0) : part.get(0) + " × " + (next - i));
            tags.addAll(part.subList(1, part.size()));
        }
        return tags;
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
            if (glyph.getXDirAdj() + glyph.getWidthDirAdj() > page.getMediaBox().getWidth() - MARGIN) {
                beyondTheEdge.append(glyph.getUnicode());
            }
            last = glyph;
        }
    }
}
