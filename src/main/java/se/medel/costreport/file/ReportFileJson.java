package se.medel.costreport.file;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a report as programs read it; its bytes are at its {@link #address}. */
@Schema(name = "ReportFile")
public record ReportFileJson(
        long id, FileKind kind, String name, long bytes, String sha256, String uploadedBy, Instant uploadedAt) {

    public static ReportFileJson of(ReportFileView file) {
        return new ReportFileJson(
                file.id(), file.kind(), file.name(), file.bytes(), file.sha256(), file.uploadedBy(), file.uploadedAt());
    }

    /** Where the API gives the file as it came. */
    public static String address(ReportFileView file) {
        return "/api/cost-reports/" + file.reportId() + "/files/" + file.id() + "/content";
    }
}
