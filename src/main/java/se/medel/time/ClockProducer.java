package se.medel.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
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
        return new CityClock(STOCKHOLM);
    }
}
