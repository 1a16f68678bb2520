package se.medel.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClockProducerTest {

    @Inject
    Clock clock;

    @Inject
    TestClock testClock;

    @AfterEach
    void letItGo() {
        testClock.go();
    }

    @Test
    void theOneClockCanBeStoppedByATest() {
        testClock.stopAt(LocalDate.of(2014, 3, 1));
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2014, 3, 1));
        assertThat(clock.getZone()).isEqualTo(new ClockProducer().clock().getZone());
    }
}
