package se.medel.archive;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import se.medel.archive.CaseFileService.CaseFile;

/** A case file as an HTTP answer: to be saved, and written while it is read. */
final class CaseFileAnswer {

    static final String MEDIA_TYPE = "application/zip";

    private CaseFileAnswer() {}

    /** @param context of the request: one that ends before anything is written gives its place up */
    static Response of(CaseFile file, RoutingContext context) {
        context.addEndHandler(ended -> file.giveUp());
        StreamingOutput bytes = file::writeTo;
        return Response.ok(bytes, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
                .build();
    }
}
