package se.medel.user;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Looks at every identity on every request, however it was proved: a user who has been made inactive is out at once and
 * not only when the session ends, and a demo user is no user where the demo isn't on.
 */
@ApplicationScoped
class UserCheck implements SecurityIdentityAugmentor {

    @Inject
    UserCheckQuery query;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> query.check(identity));
    }

    @ApplicationScoped
    static class UserCheckQuery {

        @Inject
        AppUsers users;

        @Inject
        DemoMode demo;

        @ActivateRequestContext
        @Transactional
        SecurityIdentity check(SecurityIdentity identity) {
            AppUser user = users.byUsername(identity.getPrincipal().getName())
                    .filter(found -> found.active && (!found.demo || demo.active()))
                    .orElseThrow(AuthenticationFailedException::new);
            QuarkusSecurityIdentity.Builder checked = QuarkusSecurityIdentity.builder(identity);
            checked.addAttribute(Me.TITLE, user.title);
            if (user.district != null) {
                checked.addAttribute(Me.DISTRICT, user.district);
            }
            return checked.build();
        }
    }
}
