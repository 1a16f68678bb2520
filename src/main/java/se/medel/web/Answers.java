package se.medel.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import se.medel.refusal.Refusal;

/** The three ways in which a page answers a form: go on, correct this, or somebody else was first. */
public final class Answers {

    private Answers() {}

    /** Goes on to another page after a form that was accepted, so that a reload doesn't post it again. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The same form again, with what was typed and what is wrong with it: status 422. */
    public static Response toBeCorrected(TemplateInstance page) {
        return page(422, page);
    }

    /** A page that says that the data has changed meanwhile or that no room is left: status 409. */
    public static Response conflict(TemplateInstance page) {
        return page(409, page);
    }

    /** The form again, with the status that its refusals ask for. What isn't there, or not for this user, throws. */
    public static Response refused(List<Refusal> refusals, TemplateInstance page) {
        return page(
                switch (refusals.get(0).reason().kind()) {
                    case NOT_FOUND -> throw new NotFoundException();
                    case FORBIDDEN -> throw new ForbiddenException();
                    case CONFLICT, STALE -> 409;
                    case INVALID -> 422;
                },
                page);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
