package se.medel.user;

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
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Msg;
import se.medel.web.Option;

/** The administrator's pages of users. */
@Path("/admin/users")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
public class UserPages {

    @CheckedTemplate(basePath = "user", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UserList(Form form, List<UserView> users) implements TemplateInstance {}

    @CheckedTemplate(basePath = "user", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewUser(Form form, List<Option> roles, List<Option> districts) implements TemplateInstance {}

    @CheckedTemplate(basePath = "user", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record UserPassword(Form form, String username) implements TemplateInstance {}

    @Inject
    UserService users;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list() {
        return new UserList(Form.empty(), users.everyone());
    }

    @GET
    @Path("/new")
    public TemplateInstance create() {
        return page(Form.empty());
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<UserView> made = users.create(
                me.actor(),
                new UserService.NewUser(
                        form.value("username"),
                        form.value("title"),
                        form.value("role"),
                        form.value("district"),
                        form.value("password")));
        if (made.isRefused()) {
            return Answers.toBeCorrected(page(form.reject(made.refusals(), language.now())));
        }
        flash.say(language.msg().userCreated(form.value("username")));
        return Answers.seeOther("/admin/users");
    }

    @POST
    @Path("/{username}/active")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setActive(@RestPath String username, MultivaluedMap<String, String> posted) {
        mustExist(username);
        Form form = Form.of(posted);
        boolean active = form.chosen("active", "yes");
        Answer<UserView> changed = users.setActive(me.actor(), username, active);
        if (changed.isRefused()) {
            return Answers.toBeCorrected(
                    new UserList(form.reject(changed.refusals(), language.now()), users.everyone()));
        }
        Msg msg = language.msg();
        flash.say(active ? msg.userActivated(username) : msg.userDeactivated(username));
        return Answers.seeOther("/admin/users");
    }

    /** So that the language switch on the page above works after a refusal. */
    @GET
    @Path("/{username}/active")
    public Response active(@RestPath String username) {
        return Answers.seeOther("/admin/users");
    }

    @GET
    @Path("/{username}/password")
    public TemplateInstance password(@RestPath String username) {
        mustExist(username);
        return new UserPassword(Form.empty(), username);
    }

    @POST
    @Path("/{username}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setPassword(@RestPath String username, MultivaluedMap<String, String> posted) {
        mustExist(username);
        Form form = Form.of(posted);
        Answer<UserView> changed = users.setPassword(me.actor(), username, form.value("password"));
        if (changed.isRefused()) {
            return Answers.toBeCorrected(new UserPassword(form.reject(changed.refusals(), language.now()), username));
        }
        flash.say(language.msg().userPasswordSet(username));
        return Answers.seeOther("/admin/users");
    }

    private void mustExist(String username) {
        users.byUsername(username).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Form form) {
        Msg msg = language.msg();
        List<Option> roles = Arrays.stream(Role.values())
                .map(role -> Option.of(role.wireName(), roleName(role, msg)))
                .toList();
        List<Option> all = districts.everyone().stream()
                .map(district -> Option.of(district.slug(), district.name()))
                .toList();
        return new NewUser(form, roles, all);
    }

    private static String roleName(Role role, Msg msg) {
        return switch (role) {
            case DISTRICT_OFFICER -> msg.roleDistrictOfficer();
            case DISTRICT_DIRECTOR -> msg.roleDistrictDirector();
            case OFFICER -> msg.roleOfficer();
            case DIRECTOR -> msg.roleDirector();
            case CONTROLLER -> msg.roleController();
            case SECRETARY -> msg.roleSecretary();
            case AUDITOR -> msg.roleAuditor();
            case EVALUATOR -> msg.roleEvaluator();
            case ADMINISTRATOR -> msg.roleAdministrator();
        };
    }
}
