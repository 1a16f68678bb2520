package se.medel.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.deadline.Due;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;
import se.medel.reminder.FakeMailServer.Mood;
import se.medel.time.TestClock;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Visitor;

/**
 * Mails by the real mail client, against a server in every mood. It needs a service with settings of its own, and so a process of its
 * own: started a third time in the one that has all the other tests, the service doesn't come up.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(MailIT.WithMail.class)
class MailIT {

    private static final String MAILBOX = "registrator@skarpnack.example";
    private static final Actor OFFICER = new Actor("handlaggare", Role.OFFICER, null);

    public static class WithMail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medel.reminder.mail", "true",
                    "medel.reminder.tries", "3",
                    "medel.reminder.wait", "PT10M",
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", Integer.toString(freePort()),
                    "quarkus.mailer.from", "medel@socialforvaltningen.example",
                    "quarkus.mailer.timeout", "PT3S");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    ReminderService service;

    @Inject
    Reminders reminders;

    @Inject
    LetterWriter writer;

    @Inject
    Session database;

    @Inject
    TestClock clock;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    /** Far from what other tests make. */
    private static int made = 3_000_000;

    @BeforeEach
    void nothingWaits() {
        clock.stopAt(LocalDate.of(2015, 2, 20));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery("delete from reminder")
                .executeUpdate());
    }

    @AfterEach
    void letTheClockGo() {
        clock.go();
    }

    @Test
    void aServerThatHangsHoldsUpOneMailAndNobodysPage() throws Exception {
        try (FakeMailServer server = new FakeMailServer(port, Mood.SAYS_NOTHING)) {
            remind(MAILBOX);
            remind(MAILBOX);
            Visitor district = Visitor.loggedInAs("skarpnack");
            Thread sending = new Thread(service::send);
            long start = System.nanoTime();
            sending.start();
            district.get("/reminders").statusCode(200);
            assertThat(idleInTransaction())
                    .as("no transaction waits for the server")
                    .isZero();
            sending.join();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(server.calls()).as("the second mail isn't tried on it").isEqualTo(1);
            assertThat(reminder(0))
                    .returns(ReminderState.WAITING, ReminderView::state)
                    .returns(MailFault.NO_ANSWER, ReminderView::fault)
                    .returns(1, ReminderView::tries)
                    .returns(clock.instant().plusSeconds(600), ReminderView::nextTry);
            assertThat(reminder(1)).returns(0, ReminderView::tries);
        }
    }

    @Test
    void aMailIsTriedAgainLaterAndLaterAndThenGivenUp() {
        remind(MAILBOX);
        service.send();
        assertThat(reminder(0)).returns(MailFault.UNREACHABLE, ReminderView::fault);
        service.send();
        assertThat(reminder(0)).as("not before its time").returns(1, ReminderView::tries);
        clock.stopAt(clock.instant().plusSeconds(600));
        service.send();
        assertThat(reminder(0)).returns(clock.instant().plusSeconds(1200), ReminderView::nextTry);
        clock.stopAt(clock.instant().plusSeconds(1200));
        service.send();
        assertThat(reminder(0))
                .returns(ReminderState.FAILED, ReminderView::state)
                .returns(3, ReminderView::tries)
                .returns(null, ReminderView::nextTry);
        clock.stopAt(clock.instant().plusSeconds(86_400));
        service.send();
        assertThat(reminder(0)).returns(3, ReminderView::tries);
    }

    @Test
    void aServerThatComesBackGetsTheMailWithTheCaseAndNothingMore() throws Exception {
        remind(MAILBOX);
        service.send();
        clock.stopAt(clock.instant().plusSeconds(600));
        try (FakeMailServer server = new FakeMailServer(port, Mood.TAKES)) {
            service.send();
            service.send();
            assertThat(reminder(0))
                    .returns(ReminderState.SENT, ReminderView::state)
                    .returns(clock.instant(), ReminderView::sentAt);
            assertThat(server.mails()).hasSize(1);
            assertThat(server.mails().get(0).replace("=\n", ""))
                    .contains(
                            "To: " + MAILBOX,
                            "From: medel@socialforvaltningen.example",
                            "Message-ID: <reminder-",
                            "Auto-Submitted: auto-generated",
                            "text/plain",
                            "text/html",
                            "20 dagar f")
                    .doesNotContain("handlaggare", " kr");
        }
    }

    @Test
    void aMailThatIsRefusedDoesNotHoldUpTheNext() throws Exception {
        try (FakeMailServer server = new FakeMailServer(port, Mood.REFUSES)) {
            remind(MAILBOX);
            remind(MAILBOX);
            service.send();
            assertThat(reminder(0)).returns(MailFault.REFUSED, ReminderView::fault);
            assertThat(reminder(1)).returns(MailFault.REFUSED, ReminderView::fault);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void whereThereIsNoMailboxTheReminderIsStoredAndSaysSo() {
        remind(null);
        service.send();
        assertThat(reminder(0))
                .returns(ReminderState.STORED, ReminderView::state)
                .returns(MailFault.NO_MAILBOX, ReminderView::fault)
                .returns(0, ReminderView::tries);
    }

    @Test
    void twoInstancesSendEachMailOnce() throws Exception {
        try (FakeMailServer server = new FakeMailServer(port, Mood.TAKES)) {
            for (int i = 0; i < 8; i++) {
                remind(MAILBOX);
            }
            Thread other = new Thread(service::send);
            other.start();
            service.send();
            other.join();
            // A call that hangs still, of a server before, is found out by waiting; its mail is tried again in its
            // time.
            clock.stopAt(clock.instant().plusSeconds(600));
            service.send();
            assertThat(server.mails())
                    .hasSize(8)
                    .extracting(mail -> mail.lines()
                            .filter(line -> line.startsWith("Message-ID"))
                            .findFirst()
                            .orElseThrow())
                    .doesNotHaveDuplicates();
        }
    }

    /** The mail client never lets go of a call that nobody answers, and makes ten calls unless told otherwise. */
    @Test
    void aServerThatHasHungOftenCanStillBeReachedWhenItIsBack() throws Exception {
        try (FakeMailServer server = new FakeMailServer(port, Mood.SAYS_NOTHING)) {
            for (int i = 0; i < 11; i++) {
                remind(MAILBOX);
                service.send();
            }
            server.becomes(Mood.TAKES);
            remind(MAILBOX);
            service.send();
            assertThat(server.mails()).hasSize(1);
        }
    }

    private void remind(String mailbox) {
        Due due = new Due(
                DueKind.COST_REPORT,
                "cost-report/" + ++made,
                "sig-2014",
                "skarpnack",
                LocalDate.of(2015, 1, 31),
                "/cost-reports/" + made);
        reminders.keep(due, Step.DAYS_7_AFTER, writer.about(due), mailbox, true);
    }

    /** In the order they were made. */
    private ReminderView reminder(int index) {
        var newestFirst = service.seenBy(OFFICER, null, 100);
        return newestFirst.get(newestFirst.size() - 1 - index);
    }

    private long idleInTransaction() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select count(*) from pg_stat_activity where state like 'idle in transaction%'"
                                + " and datname = current_database() and pid <> pg_backend_pid()",
                        Long.class)
                .getSingleResult());
    }
}
