package se.medel.user;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Who acts in this request: the one place that code and templates ({@code {cdi:me.username}}) ask. Reads nothing from
 * the database; {@link UserCheck} has put what is needed on the identity.
 */
@RequestScoped
@Named("me")
public class Me {

    static final String TITLE = "medel.title";
    static final String DISTRICT = "medel.district";

    @Inject
    SecurityIdentity identity;

    /** Whether anybody is logged in; everything else here is only for those who are. */
    public boolean loggedIn() {
        return !identity.isAnonymous();
    }

    /** The user name, which is also what the audit trail stores. */
    public String username() {
        return identity.getPrincipal().getName();
    }

    /** What the user does, such as "Handläggare vid socialförvaltningen"; never a person's name. */
    public String title() {
        return identity.getAttribute(TITLE);
    }

    /** The user's only role. */
    public Role role() {
        return identity.getRoles().stream()
                .flatMap(name -> Role.byWireName(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }

    /** Whether the user has a role; false also when nobody is logged in. */
    public boolean is(Role role) {
        return identity.hasRole(role.wireName());
    }

    /** The slug of the district that the user acts for; empty in all roles of the social administration. */
    public Optional<String> district() {
        return Optional.ofNullable(identity.getAttribute(DISTRICT));
    }

    /** Whether the user acts for this district; false for everyone in the social administration. */
    public boolean actsFor(String districtSlug) {
        return district().filter(districtSlug::equals).isPresent();
    }

    /** The one who acts, as the services want to know it. */
    public Actor actor() {
        return new Actor(username(), role(), district().orElse(null));
    }
}
