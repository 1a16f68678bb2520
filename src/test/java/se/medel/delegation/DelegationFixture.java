package se.medel.delegation;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.medel.delegation.rules.OrderLine;
import se.medel.round.RoundFixture;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.user.UserService;

/** Delegation orders of days to come, so that what holds today stays as it is for the other tests. */
@ApplicationScoped
public class DelegationFixture {

    public static final Actor DEPUTY = new Actor("bitradande", Role.DIRECTOR, null);

    private static final AtomicInteger YEAR = new AtomicInteger(2040);

    @Inject
    OrderService orders;

    @Inject
    UserService users;

    @Inject
    TestClock clock;

    /** A second director, with the demo's password. */
    public void deputy() {
        users.createForDemo(
                new UserService.NewUser(DEPUTY.username(), "Biträdande förvaltningschef", Roles.DIRECTOR, "", "demo"),
                BcryptUtil.bcryptHash("demo", 4));
    }

    /** Stops the clock on the first day of a new version with these lines. */
    public LocalDate inForce(OrderLine... lines) {
        LocalDate day = LocalDate.of(YEAR.incrementAndGet(), 3, 2);
        clock.stopAt(day);
        OrderView draft = orders.draft(RoundFixture.SECRETARY).get();
        orders.edit(RoundFixture.SECRETARY, draft.number(), draft.version(), List.of(lines))
                .get();
        orders.putInForce(RoundFixture.SECRETARY, draft.number(), null, day, "§ 4", day)
                .get();
        return day;
    }
}
