package se.medel.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page that is being shown, so that the language switch can come back to it. */
@RequestScoped
@Named("here")
public class Here {

    @Inject
    CurrentVertxRequest request;

    /** Path and query, encoded for use inside a query. A form is posted to the address that it was got from. */
    public String encoded() {
        HttpServerRequest now = request.getCurrent().request();
        String query = now.query();
        return URLEncoder.encode(now.path() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }
}
