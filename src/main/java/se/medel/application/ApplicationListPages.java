package se.medel.application;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.medel.user.Roles;
import se.medel.web.Form;

/** A district's applications. */
@Path("/applications")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class ApplicationListPages {

    @Inject
    ApplicationLists lists;

    @GET
    public TemplateInstance own() {
        return lists.own(Form.empty());
    }
}
