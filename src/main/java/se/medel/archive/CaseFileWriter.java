package se.medel.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import se.medel.archive.eark.InformationPackage;
import se.medel.archive.eark.InformationPackage.Content;
import se.medel.archive.eark.PackageLabel;
import se.medel.archive.eark.PackedFile;
import se.medel.archive.eark.Spool;
import se.medel.storage.StoredJson;
import se.medel.web.Csv;
import se.medel.web.Texts;

/** Writes a case file from a snapshot to a stream. One thing of the case is in memory at a time. */
final class CaseFileWriter implements AutoCloseable {

    /** What describes the whole package, in the folder of all data. */
    static final String INDEX = "index.json";

    static final String INDEX_TABLE = "index.csv";

    private static final String JSON = "application/json";

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._-]+");

    private static final int LONGEST_NAME = 80;

    private static final String DOCUMENTS = CaseScope.SQL
            + """
            select made.id, made.kind, made.file_name, made.sha256, made.made_at,
                (select max(place.district) from document_place place where place.id = made.id)
            from document made
            where made.id in (select place.id from document_place place, scope where place.round_id = scope.round
                and (scope.application is null or place.application_id = scope.application
                    or place.application_id is null and (place.district is null or place.district = scope.district)))
            order by made.id""";

    private static final String FILES = CaseScope.SQL
            + """
            select file.id, file.kind, file.name, file.sha256, file.uploaded_at, report.district,
                report.state in ('SUBMITTED', 'APPROVED')
            from report_file file join cost_report report on report.id = file.report_id, scope
            where report.round_id = scope.round and (scope.district is null or report.district = scope.district)
            order by file.id""";

    /**
     * A case's trail is what is about it and about what has come of it; its district's report is about it too. What things were
     * before and after can't be told apart by what a reader may see, so it goes as a whole or not at all.
     */
    private static final String TRAIL = CaseScope.SQL
            + """
            select (to_jsonb(event) %s)::text from audit_event event, scope
            where event.round_id = scope.round and (scope.application is null
                or event.subject = 'application/' || scope.application
                or event.subject in (
                    select 'decision/' || id from decision where application_id = scope.application
                    union all select 'plan-change/' || id from plan_change where application_id = scope.application
                    union all select 'repayment/' || id from repayment where application_id = scope.application
                    union all select 'settlement/' || id from settlement where application_id = scope.application
                    union all select 'cost-report/' || id from cost_report
                        where round_id = scope.round and district = scope.district))
            order by event.id""";

    private final Snapshot snapshot;
    private final CaseScope scope;
    private final CaseReader reader;
    private final PackageLabel label;
    private final InformationPackage target;
    private final Spool<IndexLine> index = new Spool<>(IndexLine::writeTo, IndexLine::readFrom);

    CaseFileWriter(Snapshot snapshot, CaseScope scope, CaseReader reader, PackageLabel label, OutputStream out)
            throws IOException {
        this.snapshot = snapshot;
        this.scope = scope;
        this.reader = reader;
        this.label = label;
        target = new InformationPackage(out, label);
    }

    void write() throws SQLException, IOException {
        for (CaseRecord record : CaseRecord.values()) {
            snapshot.each(record.query(), row -> record(record, row), scope.parameters());
        }
        snapshot.each(DOCUMENTS, this::document, scope.parameters());
        snapshot.each(FILES, this::file, scope.parameters());
        trail();
        writeIndex();
        target.finish();
    }

    private void record(CaseRecord record, ResultSet row) throws SQLException, IOException {
        String json = row.getString(5);
        add(
                line(record.name(), row.getString(2), at(row, 3), row.getString(4), null, row.getString(1)),
                JSON,
                reader.leavesOut(record.rule()),
                null,
                out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    }

    private void document(ResultSet row) throws SQLException, IOException {
        long id = row.getLong(1);
        String kind = row.getString(2);
        String name = row.getString(3);
        add(
                line(
                        kind,
                        "HDL-" + id,
                        at(row, 5),
                        row.getString(6),
                        name,
                        "handlingar/" + kind.toLowerCase(Locale.ROOT) + "/" + id + "-" + plain(name)),
                "application/pdf",
                reader.leavesOut("CLIENT_APPENDIX".equals(kind) ? LeftOut.CLIENT_CODES : null),
                row.getString(4),
                out -> bytes("select pdf from document where id = ?", id, out));
    }

    private void file(ResultSet row) throws SQLException, IOException {
        long id = row.getLong(1);
        String kind = row.getString(2);
        String name = row.getString(3);
        String district = row.getString(6);
        boolean ledger = "LEDGER".equals(kind);
        LeftOut rule = !row.getBoolean(7)
                ? LeftOut.NOT_HANDED_IN
                : ledger && reader.files() ? LeftOut.LEDGERS : LeftOut.REPORT_FILES;
        add(
                line(
                        kind,
                        "FIL-" + id,
                        at(row, 5),
                        district,
                        name,
                        "redovisningar/" + district + "/filer/" + id + "-" + plain(name)),
                ledger ? "application/octet-stream" : "application/pdf",
                reader.leavesOut(rule),
                row.getString(4),
                out -> bytes("select content from report_file_part where file_id = ? order by number", id, out));
    }

    private void trail() throws IOException {
        IndexLine line = line("AUDIT_TRAIL", null, label.made(), null, null, "logg/handelser.json");
        String events = TRAIL.formatted(reader.changes() ? "" : "- 'before' - 'after'");
        add(line, JSON, null, null, out -> {
            out.write('[');
            boolean[] first = {true};
            try {
                snapshot.each(
                        events,
                        row -> {
                            separate(out, first);
                            out.write(row.getString(1).getBytes(StandardCharsets.UTF_8));
                        },
                        scope.parameters());
            } catch (SQLException e) {
                throw new IOException(e);
            }
            out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        });
        if (!reader.changes()) {
            leaveOut(line, LeftOut.CHANGES);
        }
    }

    private void writeIndex() throws IOException {
        target.add(INDEX, JSON, label.made(), out -> {
            out.write('[');
            boolean[] first = {true};
            index.each(line -> {
                separate(out, first);
                out.write(StoredJson.write(line).getBytes(StandardCharsets.UTF_8));
            });
            out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        });
        target.add(INDEX_TABLE, "text/csv", label.made(), out -> {
            Csv head = new Csv();
            head.row("Slag", "Nummer", "Tidpunkt", "Stadsdel", "Namn", "Fil", "Byte", "SHA-256", "Utelämnad");
            out.write(head.bytes());
            index.each(line -> out.write(row(line)));
        });
    }

    private static byte[] row(IndexLine line) {
        Texts texts = Texts.swedish();
        return Csv.rowOf(
                texts.text("record." + line.kind()),
                line.number(),
                line.at(),
                line.district(),
                line.name(),
                line.path(),
                line.bytes(),
                line.sha256(),
                line.leftOut() == null ? null : texts.name(line.leftOut()));
    }

    private static void separate(OutputStream out, boolean[] first) throws IOException {
        out.write((first[0] ? "\n" : ",\n").getBytes(StandardCharsets.UTF_8));
        first[0] = false;
    }

    private IndexLine line(String kind, String number, Instant at, String district, String name, String path) {
        return new IndexLine(kind, number, at, district, name, path, 0, null, null);
    }

    /** @param sha256 what the bytes must come to; null where nobody has said */
    private void add(IndexLine line, String mediaType, LeftOut leftOut, String sha256, Content content)
            throws IOException {
        if (leftOut != null) {
            leaveOut(line, leftOut);
            return;
        }
        PackedFile file = target.add(line.path(), mediaType, line.at() == null ? label.made() : line.at(), content);
        if (sha256 != null && !sha256.equals(file.sha256())) {
            throw new IOException(line.number() + " isn't what was stored: its SHA-256 differs");
        }
        index.add(line.packed(file));
    }

    private void leaveOut(IndexLine line, LeftOut rule) throws IOException {
        index.add(new IndexLine(line.kind(), line.number(), line.at(), line.district(), null, null, 0, null, rule));
    }

    private void bytes(String sql, long id, OutputStream out) throws IOException {
        try {
            snapshot.each(1, sql, row -> out.write(row.getBytes(1)), id);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A name that every file system and every address takes, with its ending. */
    static String plain(String name) {
        String plain = NOT_PLAIN.matcher(name).replaceAll("_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    @Override
    public void close() throws IOException {
        try (target) {
            index.close();
        }
    }
}
