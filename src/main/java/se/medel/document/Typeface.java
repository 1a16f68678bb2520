package se.medel.document;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans in the four cuts a document uses.
 *
 * <p>Parsing costs more than drawing a page, and a parsed font must not be used by two threads at once. So a typeface is
 * borrowed for one document and handed back: there are never more than there are documents made at the same time.
 */
final class Typeface {

    /**
     * The three generic names, because the renderer breaks off on a family it doesn't know and its own rules ask for
     * {@code monospace} in {@code pre} and {@code code}.
     */
    private static final List<String> FAMILIES = List.of("Liberation Sans", "SansSerif", "Serif", "Monospaced");

    private static final Queue<Typeface> IDLE = new ConcurrentLinkedQueue<>();
    private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

    private final List<Cut> cuts = List.of(
            new Cut("Regular", 400, FontStyle.NORMAL),
            new Cut("Bold", 700, FontStyle.NORMAL),
            new Cut("Italic", 400, FontStyle.ITALIC),
            new Cut("BoldItalic", 700, FontStyle.ITALIC));

    private Typeface() {}

    static Typeface borrow() {
        Typeface idle = IDLE.poll();
        return idle != null ? idle : new Typeface();
    }

    /** Only after the document is saved: the subset is cut out of the font then. */
    void handBack() {
        IDLE.add(this);
    }

    /** Whether every cut can draw it: a text may be bold somewhere. */
    boolean draws(int codePoint) {
        return cuts.stream().allMatch(cut -> cut.characters.getGlyphId(codePoint) != 0);
    }

    void registerWith(PdfRendererBuilder builder, PDDocument document) {
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
        for (Cut cut : cuts) {
            PDFontSupplier embedded = cut.embeddedIn(document);
            for (String family : FAMILIES) {
                builder.useFont(embedded, family, cut.weight, cut.style, true);
            }
        }
    }

    private static final class Cut {
        private final int weight;
        private final FontStyle style;
        private final TrueTypeFont font;
        private final CmapLookup characters;

        Cut(String name, int weight, FontStyle style) {
            this.weight = weight;
            this.style = style;
            String resource = "/liberation/LiberationSans-" + name + ".ttf";
            try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
                if (file == null) {
                    throw new IllegalStateException("openpdf-fonts-extra lacks " + resource);
                }
                font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                // Substitution would join letters into ligatures (some can't be copied out as letters again), and
                // PDFBox compiles a regular expression for each drawn string: six times the time for a document.
                font.setEnableGsub(false);
                characters = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Loaded on first use, so that a cut the document doesn't use isn't in it. */
        PDFontSupplier embeddedIn(PDDocument document) {
            return new PDFontSupplier(null) {
                private PDFont loaded;

                @Override
                public PDFont supply() {
                    if (loaded == null) {
                        try {
                            loaded = PDType0Font.load(document, font, true);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                    return loaded;
                }
            };
        }
    }
}
