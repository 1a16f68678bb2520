package se.medel.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The city's clock: Stockholm's time, and an earlier day for what the demo lets happen then. */
public final class CityClock extends Clock {

    /** The database keeps microseconds: a finer time would differ from itself once it has been stored. */
    private static final Duration FINEST = Duration.ofNanos(1_000);

    private static final ThreadLocal<Duration> BACK = new ThreadLocal<>();

    private final Clock going;

    CityClock(ZoneId zone) {
        going = Clock.tick(Clock.system(zone), FINEST);
    }

    /**
     * Does the work as if it were ten o'clock on an earlier day. Only what this thread does happens then; the demo tells its
     * past so, and nothing else may.
     */
    public static void on(LocalDate day, Runnable work) {
        Instant then = day.atTime(10, 0).atZone(ClockProducer.STOCKHOLM).toInstant();
        BACK.set(Duration.between(then, Clock.tick(Clock.systemUTC(), FINEST).instant()));
        try {
            work.run();
        } finally {
            BACK.remove();
        }
    }

    @Override
    public Instant instant() {
        Duration back = BACK.get();
        return back == null ? going.instant() : going.instant().minus(back);
    }

    @Override
    public ZoneId getZone() {
        return going.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CityClock(zone);
    }
}
