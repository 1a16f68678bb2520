package se.medel.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** Makes the one clock that everything asks for the time, so that tests can set it. */
@Dependent
public class ClockProducer {

    /** A day begins when it does so in Stockholm, wherever the server stands. */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        // The database keeps microseconds: a finer time would differ from itself once it has been stored.
        return Clock.tick(Clock.system(STOCKHOLM), Duration.ofNanos(1_000));
    }
}
