package se.medel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import se.medel.refusal.Refusal;
import se.medel.web.ErrorPage;
import se.medel.web.Language;
import se.medel.web.Msg;
import se.medel.web.Paths;

/**
 * Turns whatever goes wrong into an answer: a problem for a program, a page for a person, by the address. Refusals of the
 * features never come here, they are values; this is for what no feature expects.
 */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** How much of a body that is too large is read and thrown away, so that the client gets to see the answer. */
    private static final long DRAINED_AT_MOST = 256L * 1024 * 1024;

    /** The server sets its limit on a body in a route of order -2; a filter's order is its priority, negated. */
    private static final int AFTER_SERVERS_LIMIT = 1;

    /** What a browser lets a page send to another site only if that site allows it. */
    private static final List<String> NEVER_FORGED = List.of("application/json", "text/csv", "application/vnd.");

    /** What PostgreSQL says when two did the same at once: unique violation, serialization failure, deadlock. */
    private static final Set<String> CAME_SECOND = Set.of("23505", "40001", "40P01");

    /** How the database begins when it refuses what comes after a round is closed. */
    private static final String ROUND_CLOSED = "round_closed";

    @Inject
    Language language;

    @Inject
    Refusals refusals;

    @Inject
    ErrorPage page;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "medel.max-body-bytes")
    long maxBody;

    @ConfigProperty(name = "medel.max-upload-bytes")
    long maxUpload;

    @ConfigProperty(name = "medel.max-ledger-bytes")
    long maxLedger;

    // Before anything else looks at the request

    void refuseEarly(@Observes Filters filters) {
        filters.register(this::refuseEarly, 10_000);
        filters.register(this::limitBody, AFTER_SERVERS_LIMIT);
    }

    /** The server has one limit for all, which is that of files; what is sent without its length is held to its own here. */
    private void limitBody(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most(context.request()));
        context.next();
    }

    private long most(HttpServerRequest request) {
        if (Paths.takesLedgers(request.path())) {
            return maxLedger;
        }
        return Paths.takesFiles(request.path()) ? maxUpload : maxBody;
    }

    private void refuseEarly(RoutingContext context) {
        HttpServerRequest request = context.request();
        String uri = request.uri();
        if (uri.contains("%00") || uri.indexOf('\0') >= 0) {
            // PostgreSQL has no character 0, so nothing can be found by it.
            end(context, Failure.BAD_REQUEST);
            return;
        }
        if (couldBeForged(request)) {
            end(context, Failure.of(415));
            return;
        }
        long length = announced(request.getHeader("Content-Length"));
        if (length > most(request)) {
            refuseBody(context, length);
            return;
        }
        context.next();
    }

    /**
     * A change by session cookie must say that it is JSON or a file: no foreign page can send that without our leave, while it
     * can send a form or nothing at all. The pages' own forms carry a token instead.
     */
    private static boolean couldBeForged(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return Paths.isApi(request.path())
                && !Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(request.method())
                && request.getHeader("Authorization") == null
                && request.getHeader("Cookie") != null
                && (type == null || NEVER_FORGED.stream().noneMatch(type.toLowerCase(Locale.ROOT)::startsWith));
    }

    private void refuseBody(RoutingContext context, long length) {
        if (length > DRAINED_AT_MOST) {
            context.response().putHeader("Connection", "close");
            end(context, Failure.TOO_LARGE);
            return;
        }
        // Answering before the client has sent everything would break its connection, and it would never see why.
        context.request().handler(ignored -> {});
        context.request().endHandler(done -> end(context, Failure.TOO_LARGE));
        context.request().resume();
    }

    private static long announced(String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    // Outside of the resources: what the HTTP server itself refuses

    void answerForServer(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.response().headWritten()) {
                context.next();
                return;
            }
            int status = context.statusCode();
            if (status < 400 || status >= 500) {
                context.next();
                return;
            }
            end(context, Failure.of(status));
        });
    }

    /** Answers an API request that nobody is logged in for. */
    public void unauthorised(RoutingContext context, boolean basicIsOn) {
        context.response().putHeader("WWW-Authenticate", challenge(basicIsOn));
        end(context, Failure.UNAUTHORISED);
    }

    /** Answers an API request whose user name was tried with too many wrong passwords. */
    public void tooManyGuesses(RoutingContext context, Duration wait) {
        context.response().putHeader("Retry-After", Long.toString(wait.toSeconds()));
        end(context, Failure.TOO_MANY_GUESSES);
    }

    /** How to log in to the API, for the WWW-Authenticate header. */
    public static String challenge(boolean basicIsOn) {
        return basicIsOn ? "Basic realm=\"Medel\"" : "Session";
    }

    private void end(RoutingContext context, Failure failure) {
        Msg msg = Language.msg(language.of(context));
        boolean api = Paths.isApi(context.request().path());
        context.response()
                .setStatusCode(failure.status)
                .putHeader("Content-Type", api ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .end(api ? written(failure.problem(msg)) : page(failure.problem(msg), context, null));
    }

    // Inside of the resources

    @ServerExceptionMapper
    Response ofStatus(WebApplicationException exception, RoutingContext context) {
        Response given = exception.getResponse();
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        if (isUnreadableJson(exception)) {
            return unreadable(exception, context);
        }
        return given.getStatus() >= 500 ? internal(exception, context) : answer(Failure.of(given.getStatus()), context);
    }

    @ServerExceptionMapper({
        com.fasterxml.jackson.databind.exc.MismatchedInputException.class,
        com.fasterxml.jackson.core.exc.StreamReadException.class,
        com.fasterxml.jackson.core.exc.StreamConstraintsException.class
    })
    Response ofJson(JsonProcessingException exception, RoutingContext context) {
        return unreadable(exception, context);
    }

    @ServerExceptionMapper
    Response ofValidation(ConstraintViolationException exception, RoutingContext context) {
        boolean ofAnswer = exception.getConstraintViolations().stream().anyMatch(Failures::isOfReturnValue);
        if (ofAnswer) {
            return internal(exception, context);
        }
        Problem problem = Failure.INVALID.problem(msg(context));
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            problem = problem.fault(pointer(violation.getPropertyPath()), violation.getMessage(), null);
        }
        return answer(problem, context, null);
    }

    @ServerExceptionMapper
    Response ofForbidden(ForbiddenException exception, RoutingContext context) {
        return answer(Failure.FORBIDDEN, context);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> ofUnauthorised(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> {
            if (challenge == null || challenge.status == 401) {
                Response.ResponseBuilder answer = Response.fromResponse(answer(Failure.UNAUTHORISED, context));
                if (challenge != null && challenge.headerName != null) {
                    answer.header(challenge.headerName.toString(), challenge.headerContent);
                }
                return answer.build();
            }
            return Response.status(challenge.status)
                    .header(challenge.headerName.toString(), challenge.headerContent)
                    .build();
        });
    }

    @ServerExceptionMapper
    Response ofAnything(Throwable exception, RoutingContext context) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException
                    || cause instanceof SQLException sql && CAME_SECOND.contains(sql.getSQLState())) {
                return answer(Failure.CONFLICT, context);
            }
            if (cause instanceof SQLException sql && isOfClosedRound(sql)) {
                return answer(refusals.problem(List.of(Refusal.of(LateRefusal.ROUND_CLOSED))), context, null);
            }
            if (cause instanceof WebApplicationException known && cause != exception) {
                return ofStatus(known, context);
            }
            if (cause == cause.getCause()) {
                break;
            }
        }
        return internal(exception, context);
    }

    private static boolean isOfClosedRound(SQLException refused) {
        return "23000".equals(refused.getSQLState())
                && String.valueOf(refused.getMessage()).contains(ROUND_CLOSED);
    }

    /** Some parts of the framework answer with a bare status, the one against forged forms for example. */
    @ServerResponseFilter
    void fillBareAnswers(ContainerResponseContext answer, RoutingContext context) {
        if (answer.getStatus() < 400 || answer.hasEntity()) {
            return;
        }
        Problem problem = Failure.of(answer.getStatus()).problem(msg(context));
        if (Paths.isApi(context.request().path())) {
            answer.setEntity(written(problem), null, Problem.mediaType());
        } else {
            answer.setEntity(page(problem, context, null), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private Response unreadable(Throwable exception, RoutingContext context) {
        Problem problem = Failure.JSON.problem(msg(context));
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                return answer(problem.fault(pointer(mapping), msg(context).problemJsonField(), null), context, null);
            }
        }
        return answer(problem, context, null);
    }

    private static boolean isUnreadableJson(Throwable exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException) {
                return true;
            }
        }
        return false;
    }

    private Response internal(Throwable exception, RoutingContext context) {
        if (context.response().ended()) {
            // A body of unknown length grew too large while it was read: the server has answered 413 already.
            return answer(Failure.TOO_LARGE, context);
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(
                exception,
                "%s %s failed, reference %s",
                context.request().method(),
                context.request().path(),
                reference);
        return answer(Failure.INTERNAL.problem(msg(context)).occurrence(reference), context, reference);
    }

    private Response answer(Failure failure, RoutingContext context) {
        return answer(failure.problem(msg(context)), context, null);
    }

    private Response answer(Problem problem, RoutingContext context, String reference) {
        if (Paths.isApi(context.request().path())) {
            return problem.toResponse();
        }
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(problem, context, reference))
                .build();
    }

    private Msg msg(RoutingContext context) {
        return Language.msg(language.of(context));
    }

    private String page(Problem problem, RoutingContext context, String reference) {
        return page.render(language.of(context), problem.title(), problem.detail(), reference);
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pointer(JsonMappingException exception) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : exception.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == jakarta.validation.ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** The path without the method and the parameter that holds the body: {@code decide.body.amount} is /amount. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = path.iterator();
        String parameter = null;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY, BEAN, CONTAINER_ELEMENT -> {
                    if (node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    if (node.getKind() == jakarta.validation.ElementKind.PROPERTY) {
                        pointer.append('/').append(node.getName());
                    }
                }
                default -> {}
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }
}
