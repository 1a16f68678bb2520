package se.medel.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A text that somebody has written with simple marks: headings, lists, emphasis, tables, and figures by their names in braces.
 * Everything else is shown as it was typed: HTML, addresses, pictures and template syntax are letters like others, so nothing of
 * it is fetched or run.
 *
 * @param blocks in the order they stand
 * @param unknown names in braces that stand for no figure; they are shown as typed too
 */
public record MarkedText(List<Block> blocks, Set<String> unknown) {

    /** Letters in a row that look the same; a new line stands as {@code \n}. */
    public record Run(String text, boolean strong, boolean emphasis) {}

    /** A point of a list, with points of its own. */
    public record Point(List<Run> runs, boolean numbered, List<Point> points) {}

    public record Cell(List<Run> runs, boolean number) {}

    /** A table: as many cells in each row as it has columns, the first of each row being its head. */
    public record Table(List<Cell> columns, List<List<Cell>> rows) {}

    /**
     * One of a heading (level 3 or 4), a paragraph, a list or a table; the others are null or empty.
     *
     * @param level of a heading, 0 for what is none
     */
    public record Block(int level, List<Run> runs, boolean numbered, List<Point> points, Table table) {}

    /** A figure's name between braces, such as {@code {M5}}. */
    private static final Pattern FIGURE = Pattern.compile("\\{(\\p{L}[\\p{L}\\p{N}_-]{0,39})}");

    /** What would mean more than letters to the parser, and isn't to. */
    private static final Pattern LETTERS_HERE = Pattern.compile("[\\\\\\[\\]!`<&]");

    private static final Pattern STARS_TOO = Pattern.compile("[\\\\\\[\\]!`<&*_]");

    /** More signs of emphasis than anybody writes are letters too: the parser calls itself once for each that is open. */
    private static final int MOST_STARS = 4_000;

    /** Lists in lists beyond what anybody writes are letters: however deep they were, reading them must not end the service. */
    private static final int MOST_OPEN = 20;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
            .maxOpenBlockParsers(MOST_OPEN)
            .build();

    private static final int DEEPEST_LIST = 2;

    /**
     * Reads a text. Every text can be read; the time it takes grows as its length.
     *
     * @param figures what a name in braces stands for, null where it stands for nothing
     */
    public static MarkedText read(String text, UnaryOperator<String> figures) {
        Reader reader = new Reader(figures);
        Pattern letters =
                text.chars().filter(c -> c == '*' || c == '_').count() > MOST_STARS ? STARS_TOO : LETTERS_HERE;
        Node document = PARSER.parse(letters.matcher(text).replaceAll("\\\\$0"));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            reader.block(node);
        }
        return new MarkedText(List.copyOf(reader.blocks), reader.unknown);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    private static final class Reader {

        private final UnaryOperator<String> figures;
        private final List<Block> blocks = new ArrayList<>();
        private final Set<String> unknown = new LinkedHashSet<>();

        private Reader(UnaryOperator<String> figures) {
            this.figures = figures;
        }

        private void block(Node node) {
            if (node instanceof Heading heading) {
                // Below the document's own headings, and no level is left out.
                boolean nested = heading.getLevel() > 1 && blocks.stream().anyMatch(block -> block.level() > 0);
                blocks.add(new Block(nested ? 4 : 3, runs(node), false, List.of(), null));
            } else if (node instanceof ListBlock list) {
                blocks.add(new Block(0, List.of(), list instanceof OrderedList, points(list, 1), null));
            } else if (node instanceof TableBlock table) {
                blocks.add(new Block(0, List.of(), false, List.of(), table(table)));
            } else {
                blocks.add(new Block(0, runs(node), false, List.of(), null));
            }
        }

        /** A list in a list below the second stands among the points of the second. */
        private List<Point> points(Node list, int depth) {
            List<Point> points = new ArrayList<>();
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                List<Run> runs = new ArrayList<>();
                List<Point> inner = new ArrayList<>();
                boolean numbered = false;
                for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
                    if (part instanceof ListBlock nested) {
                        numbered |= nested instanceof OrderedList;
                        inner.addAll(points(nested, depth + 1));
                    } else {
                        if (!runs.isEmpty()) {
                            runs.add(new Run("\n", false, false));
                        }
                        runs.addAll(runs(part));
                    }
                }
                if (depth < DEEPEST_LIST) {
                    points.add(new Point(runs, numbered, inner));
                } else {
                    points.add(new Point(runs, false, List.of()));
                    points.addAll(inner);
                }
            }
            return points;
        }

        private Table table(TableBlock block) {
            List<List<Cell>> rows = new ArrayList<>();
            for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                    List<Cell> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add(new Cell(runs(cell), ((TableCell) cell).getAlignment() == TableCell.Alignment.RIGHT));
                    }
                    rows.add(cells);
                }
            }
            return new Table(rows.get(0), rows.subList(1, rows.size()));
        }

        /** Walks without calling itself: emphasis in emphasis can be as deep as the text is long. */
        private List<Run> runs(Node within) {
            List<Run> runs = new ArrayList<>();
            int strong = 0;
            int emphasis = 0;
            Node node = within.getFirstChild();
            while (node != null) {
                if (node instanceof Text text) {
                    runs.add(new Run(filled(text.getLiteral()), strong > 0, emphasis > 0));
                } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                    runs.add(new Run("\n", strong > 0, emphasis > 0));
                }
                if (node.getFirstChild() != null) {
                    strong += node instanceof StrongEmphasis ? 1 : 0;
                    emphasis += node instanceof Emphasis ? 1 : 0;
                    node = node.getFirstChild();
                    continue;
                }
                while (node != within && node.getNext() == null) {
                    node = node.getParent();
                    strong -= node instanceof StrongEmphasis ? 1 : 0;
                    emphasis -= node instanceof Emphasis ? 1 : 0;
                }
                node = node == within ? null : node.getNext();
            }
            return runs;
        }

        private String filled(String letters) {
            Matcher named = FIGURE.matcher(letters);
            StringBuilder filled = new StringBuilder();
            while (named.find()) {
                String figure = figures.apply(named.group(1));
                if (figure == null) {
                    unknown.add(named.group(1));
                }
                named.appendReplacement(filled, Matcher.quoteReplacement(figure == null ? named.group() : figure));
            }
            return named.appendTail(filled).toString();
        }
    }
}
