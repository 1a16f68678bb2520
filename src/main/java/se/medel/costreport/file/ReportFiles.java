package se.medel.costreport.file;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of all reports, and their bytes. */
@ApplicationScoped
class ReportFiles implements PanacheRepository<ReportFile> {

    /** What is held in memory of a file at once. */
    static final int PART = 1 << 20;

    List<ReportFile> ofReport(long reportId) {
        return list("reportId = ?1 order by id", reportId);
    }

    Optional<ReportFile> same(long reportId, String sha256) {
        return find("reportId = ?1 and sha256 = ?2", reportId, sha256).firstResultOptional();
    }

    /** Nobody else adds a file to the report until the transaction ends. */
    void lock(long reportId) {
        getEntityManager()
                .createNativeQuery("select id from cost_report where id = ?1 for update", Long.class)
                .setParameter(1, reportId)
                .getSingleResult();
    }

    void writeParts(long fileId, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
                getEntityManager()
                        .createNativeQuery(
                                "insert into report_file_part (file_id, number, content) values (?1, ?2, ?3)")
                        .setParameter(1, fileId)
                        .setParameter(2, number++)
                        .setParameter(3, part)
                        .executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the file, in its order; none behind the last one. */
    Optional<byte[]> part(long fileId, int number) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select content from report_file_part where file_id = ?1 and number = ?2", byte[].class)
                .setParameter(1, fileId)
                .setParameter(2, number)
                .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }
}
