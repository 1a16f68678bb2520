package se.medel.opendata;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import se.medel.round.RoundView;

/** What the open data is and where it is. */
@Path("/open-data")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class OpenDataPages {

    @CheckedTemplate(basePath = "opendata", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OpenDataPage(List<RoundView> rounds, boolean open) implements TemplateInstance {}

    @Inject
    OpenDataService service;

    @Inject
    OpenDataDoor door;

    @GET
    public TemplateInstance page() {
        door.check();
        return new OpenDataPage(service.published(), door.isOpen());
    }
}
