package se.medel.user;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AppUsers implements PanacheRepository<AppUser> {

    Optional<AppUser> byUsername(String username) {
        return find("username", username).firstResultOptional();
    }

    List<UserView> everyone() {
        return find("order by role, username").stream().map(AppUser::view).toList();
    }
}
