package se.medel.user;

import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A user of the built-in log-in. Known by user name and title only: no person's name is stored. */
@Entity
@UserDefinition
class AppUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Username
    String username;

    /** bcrypt, in the modular crypt format. */
    @Password
    String passwordHash;

    /** The wire name of a {@link Role}; a string, because the log-in extension asks for one. */
    @Roles
    String role;

    /** The slug of the district whose user it is, null in the other roles. */
    String district;

    String title;
    boolean active = true;
    boolean demo;

    @Version
    long version;

    UserView view() {
        return new UserView(id, username, Role.byWireName(role).orElseThrow(), district, title, active, demo);
    }
}
