package se.medel.costreport.file;

import static se.medel.costreport.file.ReportFileRefusal.*;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.privacy.FileNames;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The files of reports. They come as they are and stay; nobody changes or removes one. */
@ApplicationScoped
@Transactional
public class ReportFileService {

    /** Of an attachment or a voucher, in megabytes. */
    public static final int MOST_MEGABYTES = 10;

    /** Of each kind on one report. */
    public static final int MOST_FILES = 50;

    /** The field that refusals point at. */
    public static final String FIELD = "file";

    @Inject
    ReportFiles files;

    @Inject
    CostReportService reports;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.max-ledger-bytes")
    long mostOfLedger;

    /** The report's files, for who may read what stands in it; what isn't handed in is the district's own. */
    public Answer<List<ReportFileView>> of(Actor actor, long reportId) {
        return read(actor, reportId)
                .map(report ->
                        files.ofReport(reportId).stream().map(ReportFile::view).toList());
    }

    /** A report with its content, for who may read it and its files. */
    public Answer<CostReportView> read(Actor actor, long reportId) {
        if (!CostReportService.readsFiles(actor.role())) {
            return Answer.refused(REPORT_FILE_NOT_FOUND);
        }
        return reports.find(actor, reportId)
                .then(report -> !report.state().isEditable() || actor.actsFor(report.district())
                        ? Answer.of(report)
                        : Answer.refused(REPORT_FILE_NOT_FOUND));
    }

    /** A file of a report that the user may read. */
    public Answer<ReportFileView> find(Actor actor, long reportId, long fileId) {
        return entity(actor, reportId, fileId).map(ReportFile::view);
    }

    /** What a ledger file said about itself when it came, as JSON. */
    public Answer<String> facts(Actor actor, long reportId, long fileId) {
        return entity(actor, reportId, fileId)
                .then(file ->
                        file.kind == FileKind.LEDGER ? Answer.of(file.facts) : Answer.refused(REPORT_FILE_NOT_FOUND));
    }

    private Answer<ReportFile> entity(Actor actor, long reportId, long fileId) {
        return read(actor, reportId).then(report -> {
            ReportFile file = files.findById(fileId);
            return file != null && file.reportId == reportId ? Answer.of(file) : Answer.refused(REPORT_FILE_NOT_FOUND);
        });
    }

    /**
     * Whether a user who may read the report may have the original of a file of this kind. A ledger names employees, customers
     * and suppliers; those who review the report need its sums and what was chosen, and not the whole of it.
     */
    public static boolean downloads(Actor actor, CostReportView report, FileKind kind) {
        return kind != FileKind.LEDGER || actor.actsFor(report.district()) || actor.role() == Role.AUDITOR;
    }

    /**
     * A file's original bytes, for who may read the report; the trail says who took it. One part at a time is in memory. Refused
     * where {@link #downloads} says no.
     */
    public Answer<InputStream> download(Actor actor, long reportId, long fileId) {
        return read(actor, reportId)
                .then(report -> find(actor, reportId, fileId).then(file -> {
                    if (!downloads(actor, report, file.kind())) {
                        audit.recordRefusedAccess(actor, subject(report));
                        return Answer.refused(REPORT_FILE_OF_DISTRICT);
                    }
                    audit.record(actor, "REPORT_FILE_READ", subject(report), null, file.name());
                    return Answer.of(bytes(fileId));
                }));
    }

    /** A file's original bytes; who may have them is the caller's to know. */
    public InputStream bytes(long fileId) {
        return new PartStream(number -> QuarkusTransaction.joiningExisting().call(() -> files.part(fileId, number)));
    }

    /** Keeps a PDF beside the report that the district writes in. Refused where it is none, too large, or there already. */
    public Answer<ReportFileView> attach(Actor actor, long reportId, Path file, String name) {
        return reports.writable(actor, reportId, null)
                .then(report -> keep(actor, report, FileKind.ATTACHMENT, file, name, null));
    }

    /** What is wrong with a file before anybody reads it: its name, nothing in it, too much in it. */
    public List<Refusal> check(FileKind kind, Path file, String name) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, FIELD, name);
        if (faults.isEmpty()) {
            // What is taken out of a name can have kept the digits of a number apart.
            FileNames.check(faults, FIELD, FileNamed.plain(name, kind));
        }
        try {
            long bytes = Files.size(file);
            long most = kind == FileKind.LEDGER ? mostOfLedger : MOST_MEGABYTES * 1_000_000L;
            if (bytes == 0) {
                faults.add(Refusal.of(REPORT_FILE_EMPTY).at(FIELD));
            } else if (bytes > most) {
                faults.add(Refusal.of(REPORT_FILE_TOO_LARGE, most / 1_000_000).at(FIELD));
            } else if (kind != FileKind.LEDGER) {
                pdfFault(file).ifPresent(fault -> faults.add(Refusal.of(fault).at(FIELD)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    /** What can't be opened safely isn't searched. */
    private static Optional<ReportFileRefusal> pdfFault(Path file) throws IOException {
        Optional<ReportFileRefusal> unsafe = PdfCheck.of(file);
        return unsafe.isPresent() ? unsafe : PdfSearch.of(file);
    }

    /**
     * Keeps a file; who may add it in which state is the caller's to know. Refused at {@value #FIELD}, see
     * {@link ReportFileRefusal}; the same bytes can be on a report only once.
     *
     * @param name null where nobody has said one
     * @param facts of a ledger file, as JSON; null for the others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<ReportFileView> keep(
            Actor actor, CostReportView report, FileKind kind, Path file, String name, String facts) {
        String kept = FileNamed.plain(name, kind);
        List<Refusal> faults = check(kind, file, name);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        files.lock(report.id());
        String sha256 = sha256(file);
        ReportFile same = files.same(report.id(), sha256).orElse(null);
        if (same != null) {
            return Answer.refused(Refusal.of(REPORT_FILE_TWICE, same.name).at(FIELD));
        }
        if (files.count("reportId = ?1 and kind = ?2", report.id(), kind) >= MOST_FILES) {
            return Answer.refused(Refusal.of(REPORT_FILE_TOO_MANY, MOST_FILES).at(FIELD));
        }
        ReportFile entity = new ReportFile();
        entity.reportId = report.id();
        entity.kind = kind;
        entity.name = kept;
        entity.bytes = size(file);
        entity.sha256 = sha256;
        entity.facts = facts;
        entity.uploadedBy = actor.username();
        entity.uploadedAt = clock.instant();
        files.persistAndFlush(entity);
        files.writeParts(entity.id, file);
        audit.record(actor, "REPORT_FILE_KEPT", subject(report), null, entity.view());
        return Answer.of(entity.view());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What names a file's bytes, in hexadecimal. */
    public static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's bytes as an HTTP answer: to be saved, never to be shown. */
    public static Response answer(ReportFileView file, InputStream bytes) {
        return FileNamed.answer(file, bytes);
    }

    public static Subject subject(CostReportView report) {
        return new Subject("cost-report/" + report.id(), report.roundId(), report.district());
    }
}
