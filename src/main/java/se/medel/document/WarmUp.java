package se.medel.document;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes one document while nobody waits: the first in a process takes a second, since the fonts are read then. It is thrown
 * away.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private static final String ANYTHING =
            """
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body><h1>a</h1><p><em>a</em></p>
            <table><caption>a</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>
            <ol><li><strong>a</strong></li></ol></body></html>
            """;

    @Inject
    ArchivePdf archivePdf;

    void start(@Observes StartupEvent started) {
        Thread thread = new Thread(this::makeOne, "Warm up the documents");
        // The service may stop before it is done.
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void makeOne() {
        try {
            archivePdf.render(ANYTHING, new DocumentMetadata("a", "a", "sv", Instant.EPOCH, "a"), List.of());
        } catch (RuntimeException | LinkageError e) {
            // Whoever asks for a real document is told.
            LOG.debug("The documents couldn't be warmed up", e);
        }
    }
}
