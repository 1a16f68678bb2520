package se.medel.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** When somebody is reminded: before, on and after the day. */
public enum Step {
    DAYS_14_BEFORE(-14),
    DAYS_3_BEFORE(-3),
    ON_THE_DAY(0),
    DAYS_7_AFTER(7),
    DAYS_30_AFTER(30);

    private final int days;

    Step(int days) {
        this.days = days;
    }

    /**
     * The last step whose day has come. The ones before it are passed over, so that a service that has stood still doesn't
     * say the same thing five times.
     */
    public static Optional<Step> latest(LocalDate dueOn, LocalDate today) {
        return Arrays.stream(values())
                .filter(step -> !dueOn.plusDays(step.days).isAfter(today))
                .reduce((earlier, later) -> later);
    }
}
