package se.medel.delegation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.delegation.ConflictService.Declared;
import se.medel.delegation.rules.ConflictGround;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** Where somebody who prepares or decides declares a conflict of interest in a case. */
@Path("/conflicts/{kind: [a-z-]{1,20}}/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR})
public class ConflictPages {

    @CheckedTemplate(basePath = "delegation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Conflict(Form form, CaseSource.Case about, List<Option> grounds, boolean declared)
            implements TemplateInstance {}

    @Inject
    ConflictService conflicts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance conflict(@RestPath String kind, @RestPath long id) {
        return page(Form.empty(), found(kind, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(@RestPath String kind, @RestPath long id, MultivaluedMap<String, String> posted) {
        CaseSource.Case about = found(kind, id);
        Form form = Form.of(posted);
        Answer<Declared> declared = conflicts.declare(me.actor(), kind, id, ground(form.value("ground")));
        if (declared.isRefused()) {
            form.reject(declared.refusals(), language.now());
            return Answers.refused(declared.refusals(), page(form, about));
        }
        flash.say(DelegationWords.in(language.now()).conflictDone());
        return Answers.seeOther(about.href());
    }

    private CaseSource.Case found(String kind, long id) {
        Answer<CaseSource.Case> found = conflicts.open(me.actor(), kind, id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private static ConflictGround ground(String name) {
        return Stream.of(ConflictGround.values())
                .filter(ground -> ground.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private TemplateInstance page(Form form, CaseSource.Case about) {
        Texts texts = Texts.in(language.now());
        return new Conflict(
                form,
                about,
                Stream.of(ConflictGround.values())
                        .map(ground -> Option.of(ground.name(), texts.name(ground)))
                        .toList(),
                conflicts.bars(me.actor(), about.subject()).isPresent());
    }
}
