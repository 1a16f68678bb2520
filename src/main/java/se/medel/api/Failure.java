package se.medel.api;

import java.util.function.Function;
import se.medel.web.Msg;

/** The kinds of failure that belong to no feature: the same for pages and for the API. */
enum Failure {
    BAD_REQUEST(400, "bad-request", Msg::problemBadRequestTitle, Msg::problemBadRequest),
    JSON(400, "unreadable-json", Msg::problemJsonTitle, Msg::problemJson),
    UNAUTHORISED(401, "unauthorised", Msg::problemUnauthorisedTitle, Msg::problemUnauthorised),
    FORBIDDEN(403, "forbidden", Msg::problemForbiddenTitle, Msg::problemForbidden),
    NOT_FOUND(404, "not-found", Msg::problemNotFoundTitle, Msg::problemNotFound),
    METHOD(405, "method-not-allowed", Msg::problemMethodTitle, Msg::problemMethod),
    NOT_ACCEPTABLE(406, "not-acceptable", Msg::problemNotAcceptableTitle, Msg::problemNotAcceptable),
    CONFLICT(409, "changed-meanwhile", Msg::problemConflictTitle, Msg::problemConflict),
    TOO_LARGE(413, "too-large", Msg::problemTooLargeTitle, Msg::problemTooLarge),
    MEDIA_TYPE(415, "unsupported-media-type", Msg::problemMediaTypeTitle, Msg::problemMediaType),
    INVALID(422, "invalid", Msg::problemInvalidTitle, Msg::problemInvalid),
    TOO_MANY_GUESSES(429, "too-many-guesses", Msg::problemGuessesTitle, Msg::problemGuesses),
    INTERNAL(500, "internal", Msg::problemInternalTitle, Msg::problemInternal);

    final int status;
    private final String kind;
    private final Function<Msg, String> title;
    private final Function<Msg, String> detail;

    Failure(int status, String kind, Function<Msg, String> title, Function<Msg, String> detail) {
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.detail = detail;
    }

    /** The failure with a status; what we have no words of its own for is a bad request or our own mistake. */
    static Failure of(int status) {
        for (Failure failure : values()) {
            if (failure.status == status) {
                return failure;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }

    Problem problem(Msg msg) {
        return Problem.of(kind, status, title.apply(msg), detail.apply(msg));
    }
}
