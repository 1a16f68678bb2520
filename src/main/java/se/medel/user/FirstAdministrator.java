package se.medel.user;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Lets the first person into a production: {@code medel.admin.password} makes the user {@code admin}. */
@ApplicationScoped
class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

    @Inject
    DemoMode demo;

    @Inject
    UserService users;

    @ConfigProperty(name = "medel.admin.password")
    Optional<String> password;

    void make(@Observes StartupEvent start) {
        if (demo.active() || password.isEmpty()) {
            return;
        }
        if (users.createFirstAdministrator("admin", "Systemadministratör", password.get())) {
            LOG.info("Made the first administrator: admin, with the password in medel.admin.password");
        }
    }
}
