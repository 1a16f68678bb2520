package se.medel.user;

import static se.medel.user.UserRefusal.*;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.Districts;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;

/** The users of the built-in log-in: made, made inactive and active again, given a new password; never removed. */
@ApplicationScoped
public class UserService {

    /** Shorter passwords are refused; length is what makes one hard to guess. */
    public static final int SHORTEST_PASSWORD = 12;

    /** bcrypt looks at no more, and what it doesn't look at doesn't protect. */
    private static final int MOST_BYTES = 72;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]");

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

    @Inject
    AuditTrail audit;

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
    public Answer<UserView> create(Actor actor, NewUser typed) {
        List<Refusal> refusals = judge(typed);
        if (!refusals.isEmpty()) {
            return Answer.refused(refusals);
        }
        if (!insert(typed, BcryptUtil.bcryptHash(typed.password()), false)) {
            return Answer.refused(USER_USERNAME_TAKEN.atItsField());
        }
        UserView made = byUsername(typed.username()).orElseThrow();
        audit.record(actor, "USER_CREATED", subject(made.username()), null, made);
        return Answer.of(made);
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

    /** Makes a user inactive or active. An inactive one is out at once. */
    @Transactional
    public Answer<UserView> setActive(Actor actor, String username, boolean active) {
        if (!active && username.equals(actor.username())) {
            return Answer.refused(USER_OWN_ACCOUNT.atItsField());
        }
        AppUser user = users.byUsername(username).orElseThrow();
        UserView before = user.view();
        user.active = active;
        audit.record(actor, active ? "USER_ACTIVATED" : "USER_DEACTIVATED", subject(username), before, user.view());
        return Answer.of(user.view());
    }

    /** Gives a user a new password. That it was changed is kept in the trail, but nothing about the password. */
    @Transactional
    public Answer<UserView> setPassword(Actor actor, String username, String password) {
        List<Refusal> refusals = judgePassword(password);
        if (!refusals.isEmpty()) {
            return Answer.refused(refusals);
        }
        AppUser user = users.byUsername(username).orElseThrow();
        user.passwordHash = BcryptUtil.bcryptHash(password);
        audit.record(actor, "USER_PASSWORD_SET", subject(username), null, null);
        return Answer.of(user.view());
    }

    private static Subject subject(String username) {
        return new Subject("user/" + username, null, null);
    }

    private List<Refusal> judge(NewUser typed) {
        List<Refusal> refusals = new ArrayList<>();
        if (!USERNAME.matcher(typed.username()).matches()) {
            refusals.add(USER_USERNAME_FORMAT.atItsField());
        } else if (users.byUsername(typed.username()).isPresent()) {
            refusals.add(USER_USERNAME_TAKEN.atItsField());
        }
        if (typed.title().isBlank() || typed.title().length() > 120) {
            refusals.add(USER_TITLE.atItsField());
        }
        FreeText.check(refusals, "username", typed.username());
        FreeText.check(refusals, "title", typed.title());
        Role.byWireName(typed.role())
                .ifPresentOrElse(
                        role -> judgeDistrict(role, typed.district()).ifPresent(refusals::add),
                        () -> refusals.add(USER_ROLE.atItsField()));
        refusals.addAll(judgePassword(typed.password()));
        return refusals;
    }

    private Optional<Refusal> judgeDistrict(Role role, String district) {
        if (!role.ofDistrict()) {
            return district.isEmpty() ? Optional.empty() : Optional.of(USER_DISTRICT_NOT_FOR_ROLE.atItsField());
        }
        if (district.isEmpty()) {
            return Optional.of(USER_DISTRICT_MISSING.atItsField());
        }
        return districts.bySlug(district).isPresent()
                ? Optional.empty()
                : Optional.of(USER_DISTRICT_UNKNOWN.atItsField());
    }

    private static List<Refusal> judgePassword(String password) {
        List<Refusal> refusals = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            refusals.add(USER_PASSWORD_SHORT.atItsField());
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            refusals.add(USER_PASSWORD_LONG.atItsField());
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
