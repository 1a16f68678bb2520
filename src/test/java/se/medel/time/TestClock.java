package se.medel.time;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of every test: goes as usual until a test stops it. A test that stops it starts it again afterwards. */
@Mock
@Singleton
public class TestClock extends Clock {

    private static final Clock GOING = new ClockProducer().clock();

    private volatile Instant stoppedAt;

    /** Stops the clock at noon, Stockholm time, of a day. */
    public void stopAt(LocalDate day) {
        stopAt(day.atTime(12, 0).atZone(ClockProducer.STOCKHOLM).toInstant());
    }

    /** Stops the clock. */
    public void stopAt(Instant instant) {
        stoppedAt = instant;
    }

    /** Lets the clock go as usual again. */
    public void go() {
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? GOING.instant() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ClockProducer.STOCKHOLM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return stoppedAt == null ? Clock.system(zone) : Clock.fixed(stoppedAt, zone);
    }
}
