package se.medel.user;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Language;

/** Log-in and log-out. The posted log-in itself is taken by the log-in extension, see {@link SignIn}. */
@Path("/")
public class LoginPages {

    /** Where somebody is told to wait before the next try. */
    static final String WAIT = "/login?failed=wait";

    @CheckedTemplate(basePath = "user", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Login(Form form, boolean demo, List<UserView> central, List<DistrictView> districts)
            implements TemplateInstance {}

    @Inject
    DemoMode demo;

    @Inject
    Guesses guesses;

    @Inject
    UserService users;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("/login")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(@RestQuery String failed) {
        Form form = Form.empty();
        if (failed != null) {
            form.reject(
                    "username",
                    failed.equals("wait")
                            ? language.msg()
                                    .loginWait(
                                            Long.toString(guesses.waitingTime().toMinutes()))
                            : language.msg().loginFailed());
        }
        if (!demo.active()) {
            return new Login(form, false, List.of(), List.of());
        }
        List<UserView> central = users.everyone().stream()
                .filter(user -> user.demo() && user.active() && !user.role().ofDistrict())
                .sorted(java.util.Comparator.comparing(UserView::role))
                .toList();
        return new Login(form, true, central, districts.everyone());
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logout() {
        if (!identity.isAnonymous()) {
            FormAuthenticationMechanism.logout(identity);
        }
        return Answers.seeOther("/login");
    }
}
