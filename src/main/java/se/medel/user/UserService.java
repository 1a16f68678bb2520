package se.medel.user;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.medel.district.Districts;

/** The users of the built-in log-in: made, made inactive and active again, given a new password; never removed. */
@ApplicationScoped
public class UserService {

    /** Shorter passwords are refused; length is what makes one hard to guess. */
    public static final int SHORTEST_PASSWORD = 12;

    /** bcrypt looks at no more, and what it doesn't look at doesn't protect. */
    private static final int MOST_BYTES = 72;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]");

    /** Why nothing was done. */
    public enum Refusal {
        USERNAME_FORMAT,
        USERNAME_TAKEN,
        TITLE,
        ROLE,
        DISTRICT_MISSING,
        DISTRICT_UNKNOWN,
        DISTRICT_NOT_FOR_ROLE,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        OWN_ACCOUNT
    }

    /**
     * A user to be made, as typed.
     *
     * @param role a wire name
     * @param district a slug, empty for roles without a district
     */
    public record NewUser(String username, String title, String role, String district, String password) {}

    @Inject
    AppUsers users;

    @Inject
    Districts districts;

    @Inject
    EntityManager database;

    /** All users, by role and name. */
    @Transactional
    public List<UserView> everyone() {
        return users.everyone();
    }

    /** The user with a name. */
    @Transactional
    public Optional<UserView> byUsername(String username) {
        return users.byUsername(username).map(AppUser::view);
    }

    /** Makes a user; nothing is done if anything is refused. */
    @Transactional
    public Set<Refusal> create(NewUser typed) {
        Set<Refusal> refusals = judge(typed);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        boolean made = insert(typed, BcryptUtil.bcryptHash(typed.password()), false);
        return made ? Set.of() : EnumSet.of(Refusal.USERNAME_TAKEN);
    }

    /** Makes a demo user, unless there is one of that name. The hash is made once for all, to start quickly. */
    @Transactional
    public void createForDemo(NewUser user, String passwordHash) {
        insert(user, passwordHash, true);
    }

    /**
     * Makes the first administrator of a production. A demo user of the same name, left in a database that was a demo,
     * becomes this user.
     */
    @Transactional
    public boolean createFirstAdministrator(String username, String title, String password) {
        if (!judgePassword(password).isEmpty()) {
            throw new IllegalArgumentException("medel.admin.password must have at least " + SHORTEST_PASSWORD
                    + " characters and at most " + MOST_BYTES + " bytes");
        }
        if (users.count("demo = false and role = ?1", se.medel.user.Roles.ADMINISTRATOR) > 0) {
            return false;
        }
        int made = database.createNativeQuery(
                        """
                        insert into app_user (username, password_hash, role, title)
                        values (:username, :hash, 'administrator', :title)
                        on conflict (username) do update set
                            password_hash = excluded.password_hash, role = excluded.role, title = excluded.title,
                            district = null, active = true, demo = false
                        where app_user.demo
                        """)
                .setParameter("username", username)
                .setParameter("hash", BcryptUtil.bcryptHash(password))
                .setParameter("title", title)
                .executeUpdate();
        return made == 1;
    }

    /** Makes a user inactive or active; false if there is no such user. */
    @Transactional
    public Optional<Refusal> setActive(String username, boolean active, String actor) {
        if (!active && username.equals(actor)) {
            // The last administrator would otherwise lock everyone out.
            return Optional.of(Refusal.OWN_ACCOUNT);
        }
        users.byUsername(username).orElseThrow().active = active;
        return Optional.empty();
    }

    /** Gives a user a new password. */
    @Transactional
    public Set<Refusal> setPassword(String username, String password) {
        Set<Refusal> refusals = judgePassword(password);
        if (refusals.isEmpty()) {
            users.byUsername(username).orElseThrow().passwordHash = BcryptUtil.bcryptHash(password);
        }
        return refusals;
    }

    private Set<Refusal> judge(NewUser typed) {
        Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
        if (!USERNAME.matcher(typed.username()).matches()) {
            refusals.add(Refusal.USERNAME_FORMAT);
        } else if (users.byUsername(typed.username()).isPresent()) {
            refusals.add(Refusal.USERNAME_TAKEN);
        }
        if (typed.title().isBlank() || typed.title().length() > 120) {
            refusals.add(Refusal.TITLE);
        }
        Role.byWireName(typed.role())
                .ifPresentOrElse(
                        role -> judgeDistrict(role, typed.district()).ifPresent(refusals::add),
                        () -> refusals.add(Refusal.ROLE));
        refusals.addAll(judgePassword(typed.password()));
        return refusals;
    }

    private Optional<Refusal> judgeDistrict(Role role, String district) {
        if (!role.ofDistrict()) {
            return district.isEmpty() ? Optional.empty() : Optional.of(Refusal.DISTRICT_NOT_FOR_ROLE);
        }
        if (district.isEmpty()) {
            return Optional.of(Refusal.DISTRICT_MISSING);
        }
        return districts.bySlug(district).isPresent() ? Optional.empty() : Optional.of(Refusal.DISTRICT_UNKNOWN);
    }

    private static Set<Refusal> judgePassword(String password) {
        Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            refusals.add(Refusal.PASSWORD_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            refusals.add(Refusal.PASSWORD_LONG);
        }
        return refusals;
    }

    /** Leaves it to the database to see that the name is free, because two instances may ask at once. */
    private boolean insert(NewUser user, String passwordHash, boolean demo) {
        return database.createNativeQuery(
                                """
                        insert into app_user (username, password_hash, role, district, title, demo)
                        values (:username, :hash, :role, :district, :title, :demo)
                        on conflict (username) do nothing
                        """)
                        .setParameter("username", user.username())
                        .setParameter("hash", passwordHash)
                        .setParameter("role", user.role())
                        .setParameter("district", user.district().isEmpty() ? null : user.district())
                        .setParameter("title", user.title())
                        .setParameter("demo", demo)
                        .executeUpdate()
                == 1;
    }
}
