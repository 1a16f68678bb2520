package se.medel.reminder;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Makes and sends reminders in the background; nobody's request ever waits for a mail. */
@ApplicationScoped
class ReminderJob {

    private static final Logger LOG = Logger.getLogger(ReminderJob.class);
    private static final String STOCKHOLM = "Europe/Stockholm";

    @Inject
    ReminderService reminders;

    @Scheduled(cron = "{medel.reminder.make}", timeZone = STOCKHOLM, concurrentExecution = ConcurrentExecution.SKIP)
    void make() {
        int made = reminders.make();
        if (made > 0) {
            LOG.infof("Made %d reminders", made);
        }
    }

    @Scheduled(cron = "{medel.reminder.send}", timeZone = STOCKHOLM, concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        reminders.send();
    }
}
