package se.medel.matrix;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import se.medel.application.rules.CostCategory;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Line;
import se.medel.matrix.rules.Source;
import se.medel.money.Kronor;
import se.medel.web.Csv;
import se.medel.web.Language;

/** The matrix as a file, in Swedish: a row for each cost, for each that pays, and for each remark. */
final class MatrixCsv {

    private final MatrixWords words = MatrixWords.in(Language.SWEDISH);
    private final Csv csv = new Csv();
    private final int year;
    private final Map<String, String> names;

    private MatrixCsv(int year, Map<String, String> names) {
        this.year = year;
        this.names = names;
    }

    /** @param names the districts' names by their slugs */
    static byte[] of(Matrix matrix, Map<String, String> names) {
        MatrixCsv file = new MatrixCsv(matrix.year(), names);
        MatrixMsg msg = file.words.msg();
        file.csv.row(
                msg.year(),
                msg.district(),
                msg.csvRound(),
                msg.csvPart(),
                msg.csvKind(),
                msg.csvLines(),
                msg.csvCategory(),
                msg.csvWhat(),
                msg.csvStatus(),
                msg.planned(),
                msg.csvActual(),
                msg.csvStated(),
                msg.csvReceived());
        matrix.districts().forEach(file::add);
        return file.csv.bytes();
    }

    private void add(DistrictFunding district) {
        district.grants().forEach(grant -> add(district.district(), grant));
        district.across().forEach(doubled -> remark(district.district(), null, doubled));
    }

    private void add(String district, GrantFunding grant) {
        MatrixMsg msg = words.msg();
        for (Line line : grant.plan().lines()) {
            row(
                    district,
                    grant,
                    msg.csvCost(),
                    line.number() == 0 ? msg.offPlan() : Integer.toString(line.number()),
                    line.category(),
                    line.text(),
                    null,
                    line.planned(),
                    line.actual(),
                    null,
                    null);
        }
        String state = words.texts().name(grant.state());
        row(district, grant, msg.csvFunding(), "", null, msg.granted(), state, null, null, grant.granted(), null);
        if (grant.ownPart().isPositive()) {
            row(district, grant, msg.csvFunding(), "", null, msg.ownPart(), null, null, null, grant.ownPart(), null);
        }
        for (Source source : grant.plan().sources()) {
            row(
                    district,
                    grant,
                    msg.csvFunding(),
                    numbers(source.lines()),
                    null,
                    source.name(),
                    source.status() == null ? null : words.texts().name(source.status()),
                    null,
                    null,
                    source.stated(),
                    source.received());
        }
        grant.doubled().forEach(doubled -> remark(district, grant, doubled));
    }

    private void remark(String district, GrantFunding grant, Doubled doubled) {
        row(
                district,
                grant,
                words.msg().csvRemark(),
                numbers(doubled.lines()),
                null,
                words.doubled(doubled),
                null,
                null,
                null,
                null,
                null);
    }

    /** @param grant null where it is about several */
    private void row(
            String district,
            GrantFunding grant,
            String kind,
            String lines,
            CostCategory category,
            String what,
            String status,
            Kronor planned,
            Kronor actual,
            Kronor stated,
            Kronor received) {
        csv.row(
                Integer.toString(year),
                names.getOrDefault(district, district),
                grant == null ? null : grant.round(),
                grant == null ? null : words.texts().name(grant.component()),
                kind,
                lines,
                category == null ? null : words.texts().name(category),
                what,
                status,
                amount(planned),
                amount(actual),
                amount(stated),
                amount(received));
    }

    private static String numbers(Set<Integer> lines) {
        return MatrixWords.numbers(lines);
    }

    private static BigDecimal amount(Kronor kronor) {
        return kronor == null ? null : kronor.amount();
    }
}
