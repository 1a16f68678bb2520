package se.medel.costreport.lines;

import static se.medel.costreport.lines.CostFileFault.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.medel.application.rules.CostCategory;
import se.medel.claim.file.TableFile.Cells;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.FileFigures;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Amounts;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The rows of a list, each tried against the report as they come. */
final class CostRows {

    private static final List<Texts> LANGUAGES = List.of(Texts.swedish(), Texts.in(Language.ENGLISH));

    private final ReportContent content;
    private final Map<Long, ComponentKind> grants;
    private final Map<CostColumn, Integer> columns = new EnumMap<>(CostColumn.class);
    private final List<FileFigures.Row> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Refusal> faults = new ArrayList<>();
    private boolean header = true;

    CostRows(ReportContent content, Map<Long, ComponentKind> grants) {
        this.content = content;
        this.grants = grants;
    }

    /** A line of the plan as a row of the template. */
    static List<String> cells(ComponentKind grant, CostLine line) {
        Texts words = Texts.swedish();
        return List.of(
                words.name(grant),
                Integer.toString(line.line()),
                words.name(line.category()),
                line.text(),
                "",
                line.deviation() == null ? "" : line.deviation());
    }

    List<FileFigures.Row> rows() {
        return rows;
    }

    List<Refusal> faults() {
        return faults;
    }

    void row(Cells cells) {
        if (header) {
            header = false;
            header(cells);
        } else if (columns.containsKey(CostColumn.AMOUNT)) {
            read(cells);
        }
    }

    private void header(Cells cells) {
        for (int i = 0; i < cells.cells().size(); i++) {
            int position = i;
            CostColumn.called(cells.text(i)).ifPresent(column -> {
                if (columns.putIfAbsent(column, position) != null) {
                    faults.add(Refusal.of(COST_FILE_COLUMN_TWICE, column).at("file"));
                }
            });
        }
        for (CostColumn column : List.of(CostColumn.LINE, CostColumn.AMOUNT)) {
            if (!columns.containsKey(column)) {
                faults.add(Refusal.of(COST_FILE_COLUMN_MISSING, column).at("file"));
            }
        }
    }

    private String text(Cells cells, CostColumn column) {
        Integer position = columns.get(column);
        return position == null ? "" : cells.text(position);
    }

    private void fault(Cells cells, CostColumn column, CostFileFault fault) {
        faults.add(Refusal.of(fault, cells.number()).at("rows[" + cells.number() + "]." + column.field()));
    }

    private void read(Cells cells) {
        int before = faults.size();
        columns.forEach((column, position) -> {
            if (cells.formulas().contains(position)) {
                fault(cells, column, COST_FILE_FORMULA);
            }
        });
        Long grant = grant(text(cells, CostColumn.GRANT));
        if (grant == null) {
            fault(cells, CostColumn.GRANT, COST_FILE_GRANT_UNKNOWN);
        }
        String number = text(cells, CostColumn.LINE);
        CostLine planned = number.isEmpty() ? null : planned(grant, number);
        if (!number.isEmpty() && grant != null && planned == null) {
            fault(cells, CostColumn.LINE, COST_FILE_LINE_UNKNOWN);
        }
        if (planned != null && !seen.add(grant + "/" + planned.line())) {
            fault(cells, CostColumn.LINE, COST_FILE_LINE_TWICE);
        }
        CostCategory category = category(text(cells, CostColumn.CATEGORY));
        String text = text(cells, CostColumn.TEXT);
        if (number.isEmpty() && category == null) {
            fault(cells, CostColumn.CATEGORY, COST_FILE_CATEGORY_UNKNOWN);
        }
        if (number.isEmpty() && text.isEmpty()) {
            fault(cells, CostColumn.TEXT, COST_FILE_TEXT_MISSING);
        }
        check(cells, CostColumn.TEXT, text, ReportCheck.LONGEST_NAME);
        String deviation = text(cells, CostColumn.DEVIATION);
        check(cells, CostColumn.DEVIATION, deviation, FreeText.LONGEST);
        Kronor amount = amount(text(cells, CostColumn.AMOUNT));
        if (amount == null) {
            fault(cells, CostColumn.AMOUNT, COST_FILE_AMOUNT_UNREADABLE);
        }
        if (faults.size() == before) {
            rows.add(new FileFigures.Row(
                    grant,
                    planned == null ? 0 : planned.line(),
                    category,
                    text,
                    amount,
                    deviation.isEmpty() ? null : deviation));
        }
    }

    private void check(Cells cells, CostColumn column, String text, int longest) {
        List<Refusal> harmful = new ArrayList<>();
        FreeText.check(harmful, column.field(), text, longest);
        if (!harmful.isEmpty()) {
            fault(cells, column, COST_FILE_TEXT_REFUSED);
        }
    }

    /** By its name, or left out where there is only one. */
    private Long grant(String text) {
        if (text.isEmpty()) {
            return grants.size() == 1 ? grants.keySet().iterator().next() : null;
        }
        return grants.entrySet().stream()
                .filter(grant -> LANGUAGES.stream()
                        .anyMatch(words -> words.name(grant.getValue()).equalsIgnoreCase(text)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private CostLine planned(Long grant, String number) {
        return content.lines().stream()
                .filter(line -> line.inPlan()
                        && grant != null
                        && line.applicationId() == grant
                        && Integer.toString(line.line()).equals(number))
                .findFirst()
                .orElse(null);
    }

    private static CostCategory category(String text) {
        return Stream.of(CostCategory.values())
                .filter(category -> LANGUAGES.stream()
                        .anyMatch(words -> words.name(category).equalsIgnoreCase(text)))
                .findFirst()
                .orElse(null);
    }

    /** Kronor and öre, below zero for what was credited. A workbook's number has a point where people write a comma. */
    private static Kronor amount(String text) {
        boolean ofWorkbook = text.matches("[-\\u2212]?[0-9]+\\.[0-9]{1,2}");
        Amounts.Reading read = Amounts.signedKronorAndOre(ofWorkbook ? text.replace('.', ',') : text);
        return read.accepted() ? new Kronor(read.amount()) : null;
    }
}
