package se.medel.opendata;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.user.Me;

/** Who gets the open data: everyone who is logged in, and strangers only where it is switched on. */
@ApplicationScoped
class OpenDataDoor {

    @Inject
    Me me;

    @ConfigProperty(name = "medel.open-data.public")
    boolean open;

    boolean isOpen() {
        return open;
    }

    void check() {
        if (!open && !me.loggedIn()) {
            throw new UnauthorizedException();
        }
    }
}
