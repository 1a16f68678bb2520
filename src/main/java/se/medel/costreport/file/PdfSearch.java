package se.medel.costreport.file;

import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_PERSONAL_NUMBER;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_TOO_MUCH;
import static se.medel.costreport.file.ReportFileRefusal.REPORT_FILE_PDF_UNREADABLE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import se.medel.privacy.PersonalNumbers;

/**
 * Looks for personal numbers in what a PDF says: its pages, its forms and notes, and what stands about it. What is only a picture
 * isn't read. A file that holds more than can be looked through in time and memory is refused and never half looked through.
 */
final class PdfSearch {

    static final int MOST_PAGES = 300;

    /** Of one page; a full page of an invoice has five thousand. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Of one part, unpacked, in bytes: a page in colour as a scanner makes it. */
    private static final long MOST_OF_PART = 40_000_000;

    /** Of all parts, unpacked, in bytes. */
    private static final long MOST_IN_ALL = 400_000_000;

    private static final Pattern PART = Pattern.compile("(?<!end)stream *(?:\r\n?|\n)?");

    /** The two bytes before what is packed; readers look past them, so we do. */
    private static final int HEAD = 2;

    private static final Pattern PACKED = Pattern.compile("/Filter(?![A-Za-z])");

    /** One way of packing, or a list of them. */
    private static final Pattern WAYS = Pattern.compile("\\s*(/[^\\s/<>\\[\\]()%]+|\\[[^\\]%]*])");

    /** Ways that nobody has packed in for twenty years, and that unpack to thousands of times as much. */
    private static final Pattern OLD_WAY = Pattern.compile("/(LZW|RunLength|RL\\b)");

    private static final Pattern FLATE = Pattern.compile("/Fl");
    private static final Pattern REFERENCE = Pattern.compile("[0-9]\\s+R\\b");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    /** What stands in two columns, or on two lines, is no number. */
    private static final String APART = " | ";

    private static final Pattern COLUMNS = Pattern.compile(" {2,}");

    private PdfSearch() {}

    /** @param file one that {@link PdfCheck} has nothing against, small enough to be in memory */
    static Optional<ReportFileRefusal> of(Path file) throws IOException {
        if (!unpacksWithinBounds(Files.readAllBytes(file))) {
            return Optional.of(REPORT_FILE_PDF_TOO_MUCH);
        }
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            if (pdf.isEncrypted() || pdf.getNumberOfPages() < 1) {
                return Optional.of(REPORT_FILE_PDF_UNREADABLE);
            }
            return pdf.getNumberOfPages() > MOST_PAGES ? Optional.of(REPORT_FILE_PDF_TOO_MUCH) : search(pdf);
        } catch (TooMuch beyondBounds) {
            return Optional.of(REPORT_FILE_PDF_TOO_MUCH);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // A file can be broken in every way there is; what it said of itself isn't told, nor logged.
            return Optional.of(REPORT_FILE_PDF_UNREADABLE);
        }
    }

    private static Optional<ReportFileRefusal> search(PDDocument pdf) throws IOException {
        String pages = new Reader().getText(pdf);
        boolean found = PersonalNumbers.areIn(COLUMNS.matcher(pages).replaceAll(APART))
                || Stream.of(about(pdf), fields(pdf), notes(pdf))
                        .flatMap(List::stream)
                        .anyMatch(PersonalNumbers::areIn);
        return found ? Optional.of(REPORT_FILE_PDF_PERSONAL_NUMBER) : Optional.empty();
    }

    private static List<String> about(PDDocument pdf) {
        PDDocumentInformation about = pdf.getDocumentInformation();
        return Stream.of(about.getTitle(), about.getAuthor(), about.getSubject(), about.getKeywords())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> fields(PDDocument pdf) {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
        return form == null
                ? List.of()
                : StreamSupport.stream(form.getFieldTree().spliterator(), false)
                        .map(PDField::getValueAsString)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static List<String> notes(PDDocument pdf) throws IOException {
        Stream.Builder<String> notes = Stream.builder();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation note : page.getAnnotations()) {
                if (note.getContents() != null) {
                    notes.add(note.getContents());
                }
            }
        }
        return notes.build().toList();
    }

    /**
     * Whether every packed part unpacks to what there is memory for. It is unpacked and thrown away here, before a reader takes it
     * all into memory; parts that are packed twice, or in ways that can't be measured so, aren't taken.
     */
    private static boolean unpacksWithinBounds(byte[] file) {
        String content = new String(file, StandardCharsets.ISO_8859_1);
        if (!packedPlainly(content)) {
            return false;
        }
        long left = MOST_IN_ALL;
        Matcher part = PART.matcher(content);
        while (part.find()) {
            long most = Math.min(left, MOST_OF_PART);
            long unpacked = unpacked(file, part.end() + HEAD, most);
            if (unpacked > most) {
                return false;
            }
            left -= unpacked;
        }
        return true;
    }

    private static boolean packedPlainly(String content) {
        String plain = ESCAPED.matcher(content)
                .replaceAll(
                        code -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        Matcher packed = PACKED.matcher(plain);
        Matcher ways = WAYS.matcher(plain);
        while (packed.find()) {
            if (!ways.region(packed.end(), plain.length()).lookingAt()) {
                return false;
            }
            String named = ways.group(1);
            if (OLD_WAY.matcher(named).find()
                    || REFERENCE.matcher(named).find()
                    || FLATE.matcher(named).results().count() > 1) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes a part unpacks to; counted until they are more than {@code most}. What isn't packed comes to nothing. */
    private static long unpacked(byte[] file, int from, long most) {
        if (from >= file.length) {
            return 0;
        }
        Inflater inflater = new Inflater(true);
        byte[] some = new byte[1 << 16];
        long unpacked = 0;
        try {
            inflater.setInput(file, from, file.length - from);
            int next = inflater.inflate(some);
            while (next > 0 && unpacked <= most) {
                unpacked += next;
                next = inflater.inflate(some);
            }
        } catch (DataFormatException endsHere) {
            // A reader takes what came before it.
        } finally {
            inflater.end();
        }
        return unpacked;
    }

    /** Beyond the bounds of what is looked through. */
    private static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooMuch() {
            super(null, null, false, false);
        }
    }

    /** Reads the pages as they are seen, and stops beyond the bounds: pages can draw one another, again and again. */
    private static final class Reader extends PDFTextStripper {

        private final long until = System.nanoTime() + LONGEST.toNanos();
        private int characters;

        Reader() {
            setSortByPosition(true);
            setWordSeparator(APART);
            setLineSeparator(APART);
        }

        @Override
        protected void startPage(PDPage page) {
            characters = 0;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() > until) {
                throw new TooMuch();
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++characters > MOST_CHARACTERS) {
                throw new TooMuch();
            }
            super.processTextPosition(text);
        }
    }
}
