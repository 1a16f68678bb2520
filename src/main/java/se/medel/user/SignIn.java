package se.medel.user;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.api.Failures;
import se.medel.web.Paths;

/**
 * How a request proves who it comes from. Pages: the session cookie, else a redirect to the log-in page. The API: the
 * same cookie, or HTTP Basic while the demo is on; else 401 and a problem, never a redirect, because a program can't
 * fill in a form.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SignIn implements HttpAuthenticationMechanism {

    private static final String TOO_MANY_GUESSES = "medel.too-many-guesses";

    private final BasicAuthenticationMechanism basic = new BasicAuthenticationMechanism("Medel", true);

    @Inject
    FormAuthenticationMechanism form;

    @ConfigProperty(name = "quarkus.http.auth.form.cookie-name")
    String sessionCookie;

    @Inject
    DemoMode demo;

    @Inject
    Guesses guesses;

    @Inject
    Failures failures;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return attempt(context, guesses.limit(identities, context.request().remoteAddress()))
                .onFailure(SignIn::isNoName)
                .transform(AuthenticationFailedException::new)
                .onFailure(Guesses::areTooMany)
                .invoke(() -> context.put(TOO_MANY_GUESSES, true))
                .onTermination()
                .invoke(() -> {
                    // The mechanisms below name themselves as the one to ask for a challenge, and would redirect the
                    // API.
                    context.put(HttpAuthenticationMechanism.class.getName(), this);
                });
    }

    /** PostgreSQL has no character 0: a name that holds one can't even be looked for, so nobody has it. */
    private static boolean isNoName(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "22021".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private Uni<SecurityIdentity> attempt(RoutingContext context, IdentityProviderManager identities) {
        if (Paths.isApi(context.request().path()) && context.request().getHeader("Authorization") != null) {
            return demo.active()
                    ? basic.authenticate(context, identities)
                            .onItem()
                            .ifNull()
                            .failWith(AuthenticationFailedException::new)
                    : Uni.createFrom().failure(new AuthenticationFailedException());
        }
        boolean loggingIn = context.request().method() == HttpMethod.POST
                && context.normalizedPath().equals("/login");
        if (loggingIn) {
            return form.authenticate(context, identities);
        }
        // A cookie of a user who is gone means that nobody is logged in. As a failure it would redirect to the log-in
        // page, which gets the same cookie and would redirect again; as nothing it would be tried once more.
        return form.authenticate(context, identities)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> {
                    context.response()
                            .addCookie(Cookie.cookie(sessionCookie, "")
                                    .setPath("/")
                                    .setMaxAge(0));
                    return identities.authenticate(AnonymousAuthenticationRequest.INSTANCE);
                });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Paths.isApi(context.request().path())
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", Failures.challenge(demo.active())))
                : form.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        boolean tooMany = context.get(TOO_MANY_GUESSES) != null;
        if (Paths.isApi(context.request().path())) {
            if (tooMany) {
                failures.tooManyGuesses(context, guesses.waitingTime());
            } else {
                failures.unauthorised(context, demo.active());
            }
            return Uni.createFrom().item(true);
        }
        if (tooMany) {
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", LoginPages.WAIT)
                    .end();
            return Uni.createFrom().item(true);
        }
        return form.getChallenge(context).map(challenge -> {
            context.response()
                    .setStatusCode(challenge.status)
                    .putHeader(challenge.headerName, challenge.headerContent)
                    .end();
            return true;
        });
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        Set<Class<? extends AuthenticationRequest>> types = new HashSet<>(form.getCredentialTypes());
        types.addAll(basic.getCredentialTypes());
        return types;
    }
}
