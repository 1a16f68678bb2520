package se.medel.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * The language of a request. Pages: what the user has chosen (a cookie), else Swedish, never what the browser would like,
 * because the users are Swedish authorities whose browsers are often set to English. The API: Accept-Language, else
 * Swedish.
 */
@ApplicationScoped
public class Language {

    public static final Locale SWEDISH = Locale.forLanguageTag("sv");
    public static final Locale ENGLISH = Locale.ENGLISH;

    static final String COOKIE = "lang";

    @Inject
    CurrentVertxRequest request;

    /** Sets the language of every template, in this one place; a document that is always Swedish sets its own after. */
    void ofTemplates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(instance -> instance.setAttribute(TemplateInstance.LOCALE, now()));
    }

    /** The language of the request that is being answered; Swedish outside of requests. */
    public Locale now() {
        io.quarkus.arc.ManagedContext context = io.quarkus.arc.Arc.container().requestContext();
        return context.isActive() && request.getCurrent() != null ? of(request.getCurrent()) : SWEDISH;
    }

    /** The language of a request. */
    public Locale of(RoutingContext context) {
        if (Paths.isApi(context.request().path())) {
            return accepted(context.request().getHeader("Accept-Language"));
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        return cookie != null && cookie.getValue().equals("en") ? ENGLISH : SWEDISH;
    }

    /** The texts in the language of the request. */
    public Msg msg() {
        return msg(now());
    }

    /** The texts in a language. */
    public static Msg msg(Locale locale) {
        return MessageBundles.get(Msg.class, Localized.Literal.of(locale.getLanguage()));
    }

    private static Locale accepted(String header) {
        if (header == null) {
            return SWEDISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(SWEDISH, ENGLISH));
            return best == null ? SWEDISH : best;
        } catch (IllegalArgumentException unreadable) {
            return SWEDISH;
        }
    }
}
