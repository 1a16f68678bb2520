package se.medel.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The one place where a feature's refusal becomes a problem: type, status, words and pointers. */
@ApplicationScoped
public class Refusals {

    @Inject
    Language language;

    /** The value, or else the request ends here with the problem. */
    public <T> T given(Answer<T> answer) {
        if (answer.isRefused()) {
            throw refuse(answer.refusals());
        }
        return answer.get();
    }

    /** The request ends with the faults of its input, if there are any. */
    public void orRefuse(Input input) {
        if (input.isFaulty()) {
            throw refuse(input.faults());
        }
    }

    /** What to throw so that the request ends with the problem of this refusal. */
    public WebApplicationException refuse(Reason reason, Object... arguments) {
        return refuse(List.of(Refusal.of(reason, arguments)));
    }

    private WebApplicationException refuse(List<Refusal> refusals) {
        return new WebApplicationException(problem(refusals).toResponse());
    }

    /** What to throw so that the request ends with a problem that no feature knows, such as a missing header. */
    public WebApplicationException refuse(int status, String kind) {
        Texts texts = Texts.in(language.now());
        String key = "problem." + kind;
        return new WebApplicationException(Problem.of(kind, status, texts.text(key + ".title"), texts.text(key))
                .toResponse());
    }

    /** The refusals as an answer. */
    public Response answer(List<Refusal> refusals) {
        return problem(refusals).toResponse();
    }

    /** One refusal gives the problem its type; several are listed under the type of what can be corrected. */
    Problem problem(List<Refusal> refusals) {
        Texts texts = Texts.in(language.now());
        Refusal first = refusals.get(0);
        Reason.Kind kind = first.reason().kind();
        if (refusals.size() == 1) {
            Problem problem =
                    Problem.of(kebab(first.reason().name()), status(kind), title(texts, kind), texts.refusal(first));
            if (first.field() != null || first.rule() != null) {
                problem = problem.fault(pointer(first.field()), texts.refusal(first), first.rule());
            }
            if (first.rule() != null) {
                problem = problem.with("rule", first.rule());
            }
            List<String> members = first.reason().members();
            for (int i = 0; i < members.size(); i++) {
                problem = problem.with(members.get(i), plain(first.arguments().get(i)));
            }
            return problem;
        }
        Problem problem = Problem.of(
                kind == Reason.Kind.INVALID ? "invalid" : kebab(kind.name()),
                status(kind),
                title(texts, kind),
                texts.text("problem.several", refusals.size()));
        return problem.faults(faults(refusals));
    }

    /** Each refusal for itself: where, why, and by which rule. */
    public List<Problem.Fault> faults(List<Refusal> refusals) {
        Texts texts = Texts.in(language.now());
        return refusals.stream()
                .map(refusal -> new Problem.Fault(
                        pointer(refusal.field()),
                        texts.refusal(refusal),
                        refusal.rule(),
                        "/problems/" + kebab(refusal.reason().name())))
                .toList();
    }

    private static String title(Texts texts, Reason.Kind kind) {
        return texts.text("problem." + kind);
    }

    private static int status(Reason.Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case STALE -> 412;
        };
    }

    private static Object plain(Object argument) {
        if (argument instanceof Kronor kronor) {
            return JsonText.plain(kronor.amount());
        }
        return argument instanceof BigDecimal number ? JsonText.plain(number) : argument;
    }

    /** {@code plan[0].amount} is /plan/0/amount. */
    static String pointer(String field) {
        return field == null
                ? null
                : "/" + field.replaceAll("\\[([0-9]+)]", "/$1").replace('.', '/');
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
