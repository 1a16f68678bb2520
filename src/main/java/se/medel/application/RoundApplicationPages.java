package se.medel.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The applications of a round: where a district starts one, and where the social administration sees them all. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class RoundApplicationPages {

    @Inject
    ApplicationService applications;

    @Inject
    ApplicationLists lists;

    @Inject
    ApplicationDesk desk;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Me me;

    @POST
    @Path("/{round}/applications")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (rounds.round(round).isEmpty()) {
            throw new NotFoundException();
        }
        Optional<ComponentKind> component = ComponentKind.ofWireName(form.value("component"));
        if (component.isEmpty()) {
            return Answers.toBeCorrected(
                    lists.own(form.reject("", desk.words().msg().startUnknown())));
        }
        Answer<ApplicationView> started = applications.start(me.actor(), round, component.get());
        if (started.isRefused()) {
            started.refusals()
                    .forEach(refusal -> form.reject("", Texts.in(language.now()).refusal(refusal)));
            return Answers.conflict(lists.own(form));
        }
        return Answers.seeOther("/applications/" + started.get().id());
    }

    @GET
    @Path("/{round}/applications")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.SECRETARY,
        Roles.AUDITOR
    })
    public Response ofRound(@RestPath String round) {
        if (me.role().ofDistrict()) {
            // A district starts applications at this address; its list is its own.
            return Answers.seeOther("/applications");
        }
        return Response.ok(lists.ofRound(round)).build();
    }
}
