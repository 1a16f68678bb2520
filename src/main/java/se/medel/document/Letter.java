package se.medel.document;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a document says, in Swedish, part by part.
 *
 * @param lead the line below the title
 * @param caseNumber null where it is about several cases
 * @param fileStem the name of its files, without their endings
 * @param fixed when what it says was settled: the only clock that it knows
 * @param summary one sentence on what it is about
 * @param law how it can be appealed; null where it is no decision
 * @param marking what each sheet says beside the case number, such as that it is a draft; null for nothing
 */
public record Letter(
        Office office,
        String title,
        String lead,
        String caseNumber,
        List<Fact> facts,
        List<Part> parts,
        String fileStem,
        Instant fixed,
        String summary,
        MunicipalLaw law,
        String marking) {

    /** What a sheet says that isn't fixed yet. */
    public static final String DRAFT = "Utkast";

    /** A letter that is fixed. */
    public Letter(
            Office office,
            String title,
            String lead,
            String caseNumber,
            List<Fact> facts,
            List<Part> parts,
            String fileStem,
            Instant fixed,
            String summary,
            MunicipalLaw law) {
        this(office, title, lead, caseNumber, facts, parts, fileStem, fixed, summary, law, null);
    }

    /** A line of the facts at its head. */
    public record Fact(String name, String value) {}

    /**
     * A part with its heading, null where it goes on from the part before.
     *
     * @param level of the heading: 2, or 3 for a part of the part before
     * @param boxed whether it is what the reader must not miss
     * @param typed what somebody has written, as it was written; null for nothing
     * @param marked what somebody has written with marks; null for nothing
     * @param points numbered
     * @param signatures the titles of those who sign here
     */
    public record Part(
            String heading,
            int level,
            boolean boxed,
            List<String> paragraphs,
            String typed,
            MarkedText marked,
            List<String> points,
            Table table,
            List<String> signatures) {

        private static Part plain(String heading, int level, boolean boxed, List<String> paragraphs, String typed) {
            return new Part(heading, level, boxed, paragraphs, typed, null, List.of(), null, List.of());
        }

        public static Part of(String heading, List<String> paragraphs) {
            return plain(heading, 2, false, paragraphs, null);
        }

        public static Part boxed(String heading, List<String> paragraphs) {
            return plain(heading, 2, true, paragraphs, null);
        }

        public static Part typed(String heading, List<String> paragraphs, String typed) {
            return plain(heading, 2, false, paragraphs, typed);
        }

        public static Part marked(String heading, List<String> paragraphs, MarkedText marked) {
            return new Part(heading, 2, false, paragraphs, null, marked, List.of(), null, List.of());
        }

        public static Part points(String heading, List<String> paragraphs, List<String> points) {
            return new Part(heading, 2, false, paragraphs, null, null, points, null, List.of());
        }

        public static Part table(String heading, List<String> paragraphs, Table table) {
            return new Part(heading, 2, false, paragraphs, null, null, List.of(), table, List.of());
        }

        /** The same as a part of the part before. */
        public Part below() {
            return new Part(heading, 3, boxed, paragraphs, typed, marked, points, table, signatures);
        }

        /** The same, as what the reader must not miss. */
        public Part inABox() {
            return new Part(heading, level, true, paragraphs, typed, marked, points, table, signatures);
        }

        /** The same, to be signed. */
        public Part signedBy(List<String> titles) {
            return new Part(heading, level, boxed, paragraphs, typed, marked, points, table, titles);
        }
    }

    /** A table whose rows are as wide as its columns. */
    public record Table(String caption, List<Column> columns, List<Row> rows) {

        public Row row(boolean strong, String... cells) {
            return new Row(
                    cells[0],
                    IntStream.range(1, cells.length)
                            .mapToObj(i -> new Cell(
                                    columns.get(i).name(),
                                    cells[i],
                                    columns.get(i).number()))
                            .toList(),
                    strong);
        }

        public Table with(List<Row> filled) {
            return new Table(caption, columns, filled);
        }
    }

    /**
     * @param width in per cent
     */
    public record Column(String name, boolean number, int width) {}

    /** @param strong whether it is a sum, or took something away */
    public record Row(String head, List<Cell> cells, boolean strong) {

        /**
         * The same with bars below the texts of the cells: pictures that need no image.
         *
         * @param percents the length of each cell's bar; null for none
         */
        public Row withBars(Integer... percents) {
            return new Row(
                    head,
                    IntStream.range(0, cells.size())
                            .mapToObj(i -> cells.get(i).withBar(percents[i]))
                            .toList(),
                    strong);
        }
    }

    /** @param bar how long the bar below the text is, in per cent of the cell; null for none */
    public record Cell(String column, String text, boolean number, Integer bar) {

        public Cell(String column, String text, boolean number) {
            this(column, text, number, null);
        }

        Cell withBar(Integer percent) {
            return new Cell(column, text, number, percent);
        }
    }

    public String fileName() {
        return fileStem + ".pdf";
    }

    public DocumentFrame frame() {
        return new DocumentFrame(office, title, caseNumber, marking, title);
    }

    DocumentMetadata metadata() {
        return new DocumentMetadata(
                title + ": " + lead, office.administrationFirst() + ", " + office.city(), "sv", fixed, summary);
    }
}
