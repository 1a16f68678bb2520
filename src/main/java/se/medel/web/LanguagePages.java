package se.medel.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Changes the language and goes back to where the user was. */
@Path("/language")
public class LanguagePages {

    @GET
    @Path("/{language}")
    @PermitAll
    public Response choose(@RestPath String language, @RestQuery String back) {
        if (!language.equals("sv") && !language.equals("en")) {
            throw new NotFoundException();
        }
        NewCookie cookie = new NewCookie.Builder(Language.COOKIE)
                .value(language)
                .path("/")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(Paths.localOrStart(back)))
                .cookie(cookie)
                .build();
    }
}
