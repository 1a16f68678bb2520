package se.medel.claim.file;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An {@code .xlsx}: a ZIP of XML parts that refer to each other. */
final class Workbook implements Closeable {

    /**
     * Unpacked bytes of the sheet, and of its texts: some ten times what a full claim has. It also bounds the time, a few
     * seconds, that a sheet of nothing but empty cells can take.
     */
    private static final long LARGEST = 50_000_000;

    /** Unpacked bytes of each of the small parts. */
    private static final long LARGEST_OTHER = 10_000_000;

    /** Each text costs memory, however short it is. A full claim has some 30 000. */
    private static final int MOST_TEXTS = 500_000;

    /** The longest number format that Excel takes, in characters. */
    private static final int LONGEST_FORMAT = 255;

    /** Formats that Excel knows by number only, and that show a day. */
    private static final BitSet BUILT_IN_DAYS = builtInDays();

    private static final Pattern NOT_SHOWN_BY_VALUE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private final ZipFile zip;
    private String sheet;
    private ExcelDays days = ExcelDays.FROM_1900;
    private List<String> texts = List.of();
    private BitSet dayStyles = new BitSet();

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens it at its first visible sheet. */
    static Workbook open(Path file) throws IOException {
        Workbook workbook;
        try {
            workbook = new Workbook(new ZipFile(file.toFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile(FileFault.FILE_DAMAGED);
        }
        try {
            workbook.readParts();
            return workbook;
        } catch (IOException e) {
            workbook.close();
            throw e;
        }
    }

    XmlPart sheet() throws IOException {
        return part(sheet, LARGEST);
    }

    ExcelDays days() {
        return days;
    }

    /** Whether a cell with this style shows its number as a day. */
    boolean showsDay(int style) {
        return style >= 0 && dayStyles.get(style);
    }

    String text(int index) throws IOException {
        if (index < 0 || index >= texts.size()) {
            throw new UnreadableFile(FileFault.FILE_DAMAGED);
        }
        return texts.get(index);
    }

    private void readParts() throws IOException {
        String main = null;
        for (Relation relation : relations("_rels/.rels", "")) {
            main = main == null && relation.is("officeDocument") ? relation.target : main;
        }
        if (main == null || !main.endsWith(".xml")) {
            throw new UnreadableFile(FileFault.FILE_NOT_A_TABLE);
        }
        int name = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, name);
        Map<String, String> sheets = new HashMap<>();
        String styles = null;
        String sharedTexts = null;
        for (Relation relation : relations(folder + "_rels/" + main.substring(name) + ".rels", folder)) {
            if (relation.is("worksheet")) {
                sheets.put(relation.id, relation.target);
            } else if (relation.is("sharedStrings")) {
                sharedTexts = relation.target;
            } else if (relation.is("styles")) {
                styles = relation.target;
            }
        }
        readMain(main, sheets);
        if (sheet == null) {
            throw new UnreadableFile(FileFault.FILE_NOT_A_TABLE);
        }
        if (styles != null) {
            readStyles(styles);
        }
        if (sharedTexts != null) {
            readTexts(sharedTexts);
        }
    }

    private void readMain(String main, Map<String, String> sheets) throws IOException {
        try (XmlPart part = part(main, LARGEST_OTHER)) {
            while (part.next()) {
                if (part.begins("workbookPr") && isTrue(part.attribute("date1904"))) {
                    days = ExcelDays.FROM_1904;
                } else if (part.begins("sheet") && sheet == null && isVisible(part.attribute("state"))) {
                    sheet = sheets.get(part.attribute("id"));
                }
            }
        }
    }

    private void readStyles(String target) throws IOException {
        BitSet dayFormats = (BitSet) BUILT_IN_DAYS.clone();
        try (XmlPart part = part(target, LARGEST_OTHER)) {
            int style = 0;
            boolean inCells = false;
            while (part.next()) {
                if (part.begins("numFmt")) {
                    int format = number(part.attribute("numFmtId"));
                    if (format >= 0) {
                        dayFormats.set(format, isDay(part.attribute("formatCode")));
                    }
                } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
                    inCells = part.begins("cellXfs");
                } else if (inCells && part.begins("xf")) {
                    int format = number(part.attribute("numFmtId"));
                    dayStyles.set(style++, format >= 0 && dayFormats.get(format));
                }
            }
        }
    }

    private void readTexts(String target) throws IOException {
        List<String> read = new ArrayList<>();
        try (XmlPart part = part(target, LARGEST)) {
            while (part.goTo("si")) {
                if (read.size() == MOST_TEXTS) {
                    throw new UnreadableFile(FileFault.FILE_UNPACKS_TOO_LARGE);
                }
                read.add(part.text());
            }
        }
        texts = read;
    }

    private record Relation(String id, String type, String target) {

        /** The strict and the usual form of the format differ in what stands before the last word. */
        boolean is(String word) {
            return type != null && type.endsWith("/" + word) && target != null;
        }
    }

    private List<Relation> relations(String name, String folder) throws IOException {
        List<Relation> relations = new ArrayList<>();
        if (entry(name) == null) {
            return relations;
        }
        try (XmlPart part = part(name, LARGEST_OTHER)) {
            while (part.goTo("Relationship")) {
                relations.add(new Relation(
                        part.attribute("Id"), part.attribute("Type"), resolved(folder, part.attribute("Target"))));
            }
        }
        return relations;
    }

    /** The name of the part that is referred to; null where it isn't one of this workbook. */
    private static String resolved(String folder, String target) {
        try {
            String path = target == null
                    ? null
                    : URI.create("/" + folder).resolve(target).normalize().getPath();
            return path == null || path.isEmpty() ? null : path.substring(1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private XmlPart part(String name, long largest) throws IOException {
        ZipEntry entry = entry(name);
        if (entry == null) {
            throw new UnreadableFile(FileFault.FILE_DAMAGED);
        }
        return new XmlPart(new BoundedStream(zip.getInputStream(entry), largest));
    }

    /** Names of parts are the same whatever their case. */
    private ZipEntry entry(String name) {
        ZipEntry exact = zip.getEntry(name);
        if (exact != null) {
            return exact;
        }
        return zip.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .map(ZipEntry.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static boolean isVisible(String state) {
        return state == null || state.equals("visible");
    }

    /** Whether a format such as {@code yyyy-mm-dd;@} shows a day or a year, rather than an amount or a time. */
    private static boolean isDay(String format) {
        if (format == null || format.length() > LONGEST_FORMAT) {
            return false;
        }
        String shown = NOT_SHOWN_BY_VALUE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        // A single m, or two, can be minutes.
        return shown.contains("d") || shown.contains("y") || shown.contains("mmm");
    }

    private static BitSet builtInDays() {
        BitSet days = new BitSet();
        days.set(14, 18);
        days.set(22);
        days.set(27, 32);
        days.set(36);
        days.set(50, 59);
        return days;
    }

    /** A small whole number, or -1. */
    static int number(String text) {
        return text != null && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()
                ? Integer.parseInt(text)
                : -1;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
