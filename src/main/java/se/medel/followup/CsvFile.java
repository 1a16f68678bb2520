package se.medel.followup;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.medel.followup.rules.Figures;
import se.medel.web.Language;

/**
 * A report as a file for Excel as it is set up in Sweden: a byte order mark, semicolons, decimal commas, Swedish words. It holds
 * what the page shows and nothing else: a figure that is hidden there is empty here, with the same note whatever the reason.
 */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final FollowUpMsg MSG = Sheet.msg(Language.SWEDISH);

    private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

    private final Report report;

    private CsvFile(Report report) {
        this.report = report;
    }

    static byte[] of(Report report) {
        CsvFile file = new CsvFile(report);
        file.row(
                MSG.csvGroup(),
                MSG.csvFrom(),
                MSG.csvTo(),
                MSG.csvSection(),
                MSG.csvFigure(),
                MSG.csvValue(),
                MSG.csvUnit(),
                MSG.csvMost(),
                MSG.csvNote());
        file.figures(report.group() == null ? MSG.allGroups() : report.group().name(), report.figures());
        report.groups().forEach(one -> file.figures(one.group().name(), one.figures()));
        return file.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void figures(String group, Figures figures) {
        for (Sheet.Section section : Sheet.of(report, figures, Language.SWEDISH).sections()) {
            List<String> above = new ArrayList<>();
            for (Sheet.Line line : section.lines()) {
                // A part stands behind what it is a part of: "Lagjobb, därav mer än en gång".
                above.subList(Math.min(line.level(), above.size()), above.size())
                        .clear();
                above.add(line.label());
                row(
                        group,
                        report.span().from().toString(),
                        report.span().to().toString(),
                        section.title(),
                        String.join(", ", above),
                        number(line.figure()),
                        line.unit(),
                        line.most() == null ? "" : line.most().toString(),
                        line.shown() ? "" : line.value());
            }
        }
    }

    private static String number(BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString().replace('.', ',');
    }

    private void row(String... cells) {
        text.append(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    /** A name that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r\n].*") ? "'" + text : text;
        return harmless.matches("(?s).*[;\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
