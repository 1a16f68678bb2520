package se.medel.demo;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.user.DemoMode;
import se.medel.user.Roles;
import se.medel.user.UserService;
import se.medel.user.UserService.NewUser;

/** One user for each role, and an officer and a director for each district. */
@ApplicationScoped
public class DemoUsers {

    /** Observers that need the demo's users come after this priority. */
    public static final int PRIORITY = 100;

    private static final String PASSWORD = "demo";

    /** The cheapest there is: the password is public, and every call of the API with HTTP Basic has to check it. */
    private static final int BCRYPT_COST = 4;

    @Inject
    DemoMode demo;

    @Inject
    UserService users;

    @Inject
    Districts districts;

    void make(@Observes @Priority(PRIORITY) StartupEvent start) {
        if (!demo.active()) {
            return;
        }
        String hash = BcryptUtil.bcryptHash(PASSWORD, BCRYPT_COST);
        all().forEach(user -> users.createForDemo(user, hash));
    }

    private List<NewUser> all() {
        List<NewUser> all = new ArrayList<>(List.of(
                central("handlaggare", Roles.OFFICER, "Handläggare vid socialförvaltningen"),
                central("chef", Roles.DIRECTOR, "Förvaltningschef vid socialförvaltningen"),
                central("ekonom", Roles.CONTROLLER, "Ekonom vid socialförvaltningen"),
                central("sekreterare", Roles.SECRETARY, "Sekreterare i socialnämnden"),
                central("revisor", Roles.AUDITOR, "Revisor"),
                central("utvarderare", Roles.EVALUATOR, "Utvärderare vid universitetet"),
                central("admin", Roles.ADMINISTRATOR, "Systemadministratör")));
        for (DistrictView district : districts.everyone()) {
            all.add(new NewUser(
                    district.slug(),
                    "Handläggare vid " + district.administrationName(),
                    Roles.DISTRICT_OFFICER,
                    district.slug(),
                    PASSWORD));
            all.add(new NewUser(
                    district.slug() + "-chef",
                    "Stadsdelsdirektör vid " + district.administrationName(),
                    Roles.DISTRICT_DIRECTOR,
                    district.slug(),
                    PASSWORD));
        }
        return all;
    }

    private static NewUser central(String username, String role, String title) {
        return new NewUser(username, title, role, "", PASSWORD);
    }
}
