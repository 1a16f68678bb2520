package se.medel.settlement;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import se.medel.decision.DocumentFrame;
import se.medel.decision.MunicipalLaw;
import se.medel.decision.Office;
import se.medel.document.DocumentMetadata;

/**
 * What a document of the year's end says, in Swedish, part by part.
 *
 * @param lead the line below the title
 * @param fileStem the name of its files, without their endings
 * @param fixed when what it says was settled: the only clock that it knows
 * @param summary one sentence on what it is about
 * @param law how it can be appealed; null where it is no decision
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
        MunicipalLaw law) {

    /** A line of the facts at its head. */
    public record Fact(String name, String value) {}

    /**
     * A part with its heading.
     *
     * @param boxed whether it is what the reader must not miss
     * @param typed what somebody has written, as it was written; null for nothing
     * @param points numbered
     */
    public record Part(
            String heading, boolean boxed, List<String> paragraphs, String typed, List<String> points, Table table) {

        static Part of(String heading, List<String> paragraphs) {
            return new Part(heading, false, paragraphs, null, List.of(), null);
        }

        static Part boxed(String heading, List<String> paragraphs) {
            return new Part(heading, true, paragraphs, null, List.of(), null);
        }

        static Part typed(String heading, List<String> paragraphs, String typed) {
            return new Part(heading, false, paragraphs, typed, List.of(), null);
        }

        static Part points(String heading, List<String> paragraphs, List<String> points) {
            return new Part(heading, false, paragraphs, null, points, null);
        }

        static Part table(String heading, List<String> paragraphs, Table table) {
            return new Part(heading, false, paragraphs, null, List.of(), table);
        }
    }

    /** A table whose rows are as wide as its columns. */
    public record Table(String caption, List<Column> columns, List<Row> rows) {

        Row row(boolean strong, String... cells) {
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

        Table with(List<Row> filled) {
            return new Table(caption, columns, filled);
        }
    }

    /**
     * @param width in per cent
     */
    public record Column(String name, boolean number, int width) {}

    /** @param strong whether it is a sum, or took something away */
    public record Row(String head, List<Cell> cells, boolean strong) {}

    public record Cell(String column, String text, boolean number) {}

    public String fileName() {
        return fileStem + ".pdf";
    }

    public DocumentFrame frame() {
        return new DocumentFrame(office, title, caseNumber, null, title);
    }

    DocumentMetadata metadata() {
        return new DocumentMetadata(
                title + ": " + lead, office.administrationFirst() + ", " + office.city(), "sv", fixed, summary);
    }
}
