package se.medel.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands a mail to the mail server, and waits no longer than {@code quarkus.mailer.timeout} for it. */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    @Inject
    Mailer mailer;

    /** @return what went wrong, empty where nothing did */
    Optional<MailFault> send(Reminders.Taken taken) {
        Letter letter = taken.letter();
        Mail mail = Mail.withText(taken.recipient(), letter.title(), letter.body())
                .setHtml(letter.html())
                // A mail that went although no answer came is the same one when it is tried again, and nobody answers a
                // machine.
                .addHeader("Message-ID", "<reminder-" + taken.id() + "@medel>")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail);
            return Optional.empty();
        } catch (RuntimeException e) {
            MailFault fault = fault(e);
            // The cause names the server, and no case.
            LOG.warnf(
                    "Reminder %d wasn't sent at try %d (%s): %s", taken.id(), taken.tries(), fault, root(e).toString());
            return Optional.of(fault);
        }
    }

    private static MailFault fault(Throwable thrown) {
        if (thrown instanceof TimeoutException) {
            return MailFault.NO_ANSWER;
        }
        Throwable root = root(thrown);
        boolean unreachable = root instanceof ConnectException
                || root instanceof UnknownHostException
                || root instanceof NoRouteToHostException;
        return unreachable ? MailFault.UNREACHABLE : MailFault.REFUSED;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
