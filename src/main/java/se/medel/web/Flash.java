package se.medel.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A notice that survives one redirect: said after a form was accepted, shown by the layout on the next page. Kept in a
 * cookie, so that it works with several instances.
 */
@RequestScoped
@Named("flash")
public class Flash {

    private static final String COOKIE = "medel-flash";
    private static final int MOST_CHARACTERS = 1000;

    @Inject
    CurrentVertxRequest request;

    private String taken;
    private boolean looked;

    /** Says something on the page that comes after the redirect; plain text, at most 1000 characters. */
    public void say(String text) {
        String kept = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(kept.getBytes(StandardCharsets.UTF_8)), 60);
    }

    /** What was said before the redirect, once; null if nothing was. */
    public String text() {
        if (!looked) {
            looked = true;
            Cookie cookie = request.getCurrent().request().getCookie(COOKIE);
            if (cookie != null) {
                taken = decode(cookie.getValue());
                set("", 0);
            }
        }
        return taken;
    }

    private void set(String value, long seconds) {
        request.getCurrent()
                .response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
