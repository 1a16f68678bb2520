package se.medel.document;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** A stored document as an HTTP answer: for the page and for the API alike. */
public final class PdfAnswer {

    public static final String MEDIA_TYPE = "application/pdf";

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private PdfAnswer() {}

    /** The file, or 304 for who has it already. Its checksum names it: what never changes needn't be asked for again. */
    public static Response of(DocumentView document, Request request, RoutingContext context) {
        // Every other answer says no-store beforehand, also the refusals of this address.
        context.response().headers().remove(HttpHeaders.CACHE_CONTROL);
        EntityTag tag = new EntityTag(document.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(document.pdf(), MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document));
        return answer.tag(tag).cacheControl(forever()).build();
    }

    /** The file, kept by nobody on the way: what holds codes is asked for, and recorded, each time. */
    public static Response notKept(DocumentView document) {
        return Response.ok(document.pdf(), MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
                .build();
    }

    private static String disposition(DocumentView document) {
        return "inline; filename=\"" + document.fileName() + "\"";
    }

    private static CacheControl forever() {
        CacheControl forever = new CacheControl();
        forever.setPrivate(true);
        forever.setNoTransform(false);
        forever.setMaxAge(A_YEAR);
        forever.getCacheExtension().put("immutable", "");
        return forever;
    }
}
