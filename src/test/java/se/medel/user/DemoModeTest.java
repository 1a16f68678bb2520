package se.medel.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoModeTest {

    private static DemoMode.Facts facts(Boolean asked, boolean embedded, boolean logIn, boolean loopback) {
        return new DemoMode.Facts(Optional.ofNullable(asked), embedded, logIn, loopback);
    }

    @Test
    void isOnByItselfOnTheEmbeddedDatabaseOnly() {
        assertThat(facts(null, true, false, true).active()).isTrue();
        assertThat(facts(null, false, false, true).active()).isFalse();
        assertThat(facts(false, true, false, true).active()).isFalse();
    }

    @Test
    void givesWayToAProductionLogIn() {
        DemoMode.Facts facts = facts(null, true, true, false);
        assertThat(facts.active()).isFalse();
        assertThat(facts.refusal()).isEmpty();
    }

    @Test
    void isRefusedOnAnOutsideDatabase() {
        assertThat(facts(true, false, false, true).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("outside database"));
    }

    @Test
    void isRefusedBesideAProductionLogIn() {
        assertThat(facts(true, true, true, true).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("production log-in"));
    }

    @Test
    void isRefusedWhereOtherMachinesCouldReachIt() {
        assertThat(facts(null, true, false, false).refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("this machine only"));
        assertThat(facts(true, true, false, false).refusal()).isPresent();
    }

    @Test
    void isNeverRefusedWhereItIsOff() {
        assertThat(facts(false, false, true, false).refusal()).isEmpty();
        assertThat(facts(null, false, true, false).refusal()).isEmpty();
    }
}
