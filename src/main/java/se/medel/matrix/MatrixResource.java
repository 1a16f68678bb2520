package se.medel.matrix;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.Refusals;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;

/** Who pays for what, as a program reads it. */
@Path("/api/funding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funding", description = "Who pays for what, and what is paid for more than once (K1–K3)")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class MatrixResource {

    @Inject
    MatrixService service;

    @Inject
    Refusals refusals;

    @Inject
    Language language;

    @Inject
    Me me;

    /**
     * @param year without it the latest
     * @param source only the districts that this source pays to
     */
    @GET
    @Operation(summary = "The funding of a year, by district; a district sees its own")
    public MatrixJson all(@RestQuery String year, @RestQuery String source) {
        return MatrixJson.of(
                refusals.given(service.ofYear(me.actor(), MatrixPages.number(year), MatrixPages.wanted(source))),
                MatrixWords.in(language.now()));
    }

    /** @param year without it the latest */
    @GET
    @Path("/{slug}")
    @Operation(summary = "The funding of a district's plans in a year")
    public MatrixJson ofDistrict(@RestPath String slug, @RestQuery String year) {
        return MatrixJson.of(
                refusals.given(service.ofDistrict(me.actor(), MatrixPages.number(year), slug)),
                MatrixWords.in(language.now()));
    }
}
