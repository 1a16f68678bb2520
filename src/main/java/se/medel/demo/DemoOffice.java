package se.medel.demo;

import static se.medel.demo.DemoDesk.CONTROLLER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.medel.costreport.ledger.LedgerSettingService;
import se.medel.district.DistrictView;
import se.medel.payment.BookingService;
import se.medel.payment.BookingSettings;
import se.medel.reminder.MailboxService;
import se.medel.reminder.MailboxView;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Actor;
import se.medel.user.Role;

/** What the demo's administrator and controller have set up before anybody pays, reports or is reminded; all invented. */
@ApplicationScoped
class DemoOffice {

    private static final Actor ADMINISTRATOR = new Actor("admin", Role.ADMINISTRATOR, null);

    /** By SIE's standard; the other is the committee's own. */
    private static final int PROJECTS = 6;

    private static final int COUNTERPARTS = 20;

    @Inject
    RoundService rounds;

    @Inject
    BookingService bookings;

    @Inject
    LedgerSettingService ledgers;

    @Inject
    MailboxService mailboxes;

    /** A mailbox for each district and for the administration, under a name that never belongs to anybody (RFC 2606). */
    void openMailboxes() {
        for (MailboxView mailbox : mailboxes.all()) {
            mailboxes
                    .set(
                            ADMINISTRATOR,
                            mailbox.owner(),
                            mailbox.version(),
                            "registrator@" + mailbox.owner() + ".example.org")
                    .get();
        }
    }

    /** @param project the round's, in the committee's own ledger */
    void setBooking(String roundId, String project) {
        RoundView round = rounds.round(roundId).orElseThrow();
        Map<String, String> counterparts = new TreeMap<>();
        for (DistrictView district : rounds.districtsOf(round)) {
            counterparts.put(district.slug(), "SDN%02d".formatted(counterparts.size() + 1));
        }
        bookings.save(
                        CONTROLLER,
                        roundId,
                        null,
                        new BookingSettings(
                                "Socialnämnden",
                                "212000-0142",
                                "M",
                                "4561",
                                "1684",
                                PROJECTS,
                                project,
                                COUNTERPARTS,
                                counterparts))
                .get();
    }

    /** Whose ledger is expected of a district, and which project in it is the round's. */
    void setLedger(String roundId, String district, String project) {
        long unset = ledgers.of(roundId, district).version();
        ledgers.set(
                        CONTROLLER,
                        roundId,
                        district,
                        unset,
                        new LedgerSettingService.Wanted("212000-0142", List.of(PROJECTS + ":" + project)))
                .get();
    }
}
