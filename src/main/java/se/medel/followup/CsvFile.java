package se.medel.followup;

import java.util.ArrayList;
import java.util.List;
import se.medel.followup.rules.Figures;
import se.medel.web.Csv;
import se.medel.web.Language;

/**
 * A report as a file for Excel as it is set up in Sweden: a byte order mark, semicolons, decimal commas, Swedish words. It holds
 * what the page shows and nothing else: a figure that is hidden there is empty here, with the same note whatever the reason.
 */
final class CsvFile {

    private static final FollowUpMsg MSG = Sheet.msg(Language.SWEDISH);

    private final Csv csv = new Csv();

    private final Report report;

    private CsvFile(Report report) {
        this.report = report;
    }

    static byte[] of(Report report) {
        CsvFile file = new CsvFile(report);
        file.csv.row(
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
        return file.csv.bytes();
    }

    private void figures(String group, Figures figures) {
        for (Sheet.Section section : Sheet.of(report, figures, Language.SWEDISH).sections()) {
            List<String> above = new ArrayList<>();
            for (Sheet.Line line : section.lines()) {
                // A part stands behind what it is a part of: "Lagjobb, därav mer än en gång".
                above.subList(Math.min(line.level(), above.size()), above.size())
                        .clear();
                above.add(line.label());
                csv.row(
                        group,
                        report.span().from().toString(),
                        report.span().to().toString(),
                        section.title(),
                        String.join(", ", above),
                        line.figure(),
                        line.unit(),
                        line.most() == null ? "" : line.most().toString(),
                        line.shown() ? "" : line.value());
            }
        }
    }
}
