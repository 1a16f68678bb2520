package se.medel.demo;

import static se.medel.demo.DemoDesk.CONTROLLER;
import static se.medel.demo.DemoDesk.OFFICER;
import static se.medel.demo.DemoDesk.SECRETARY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.medel.committee.DelegationListService;
import se.medel.committee.DelegationListView;
import se.medel.committee.DispatchChannel;
import se.medel.committee.DispatchService;
import se.medel.committee.DispatchService.Sending;
import se.medel.committee.DispatchView;
import se.medel.committee.InstructionsPart;
import se.medel.committee.InstructionsService;
import se.medel.committee.InstructionsView;
import se.medel.committee.MeetingService;
import se.medel.committee.MeetingService.Afterwards;
import se.medel.committee.MeetingView;
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

    @Inject
    MeetingService meetings;

    @Inject
    DelegationListService lists;

    @Inject
    DispatchService dispatches;

    @Inject
    InstructionsService instructions;

    /**
     * What the secretary and the officer do after a meeting: the minutes are approved and posted, the districts are told (D3), and
     * the year's instructions are fixed.
     *
     * @param untold the district whose letter is still to be sent; null where everybody has got one
     */
    void followMeeting(String roundId, LocalDate heldOn, String untold) {
        postMinutes(heldOn);
        Set<Long> letters = dispatches.ofRound(SECRETARY, roundId).stream()
                .filter(letter -> !letter.district().equals(untold))
                .map(DispatchView::id)
                .collect(Collectors.toSet());
        dispatches
                .send(SECRETARY, roundId, new Sending(letters, heldOn.plusDays(8), DispatchChannel.CASE_SYSTEM))
                .get();
        InstructionsView draft = instructions.draft(OFFICER, roundId).get();
        Map<InstructionsPart, String> texts = draft.parts().stream()
                .collect(Collectors.toMap(InstructionsView.Text::part, InstructionsView.Text::text));
        instructions.fix(OFFICER, roundId, draft.version(), texts).get();
    }

    /** The secretary closes the list of decisions made on delegation, in time for the next meeting. */
    void closeList() {
        lists.close(SECRETARY, lists.open().number(), null).get();
    }

    /** What the secretary does after the meeting that a closed list was reported at. */
    void followReport(LocalDate heldOn, String paragraph) {
        for (DelegationListView list : lists.unreported()) {
            lists.report(SECRETARY, list.number(), null, heldOn, paragraph).get();
        }
        postMinutes(heldOn);
    }

    /** The minutes are approved within the two weeks, and the notice is posted the day after. */
    private void postMinutes(LocalDate heldOn) {
        MeetingView meeting = meetings.all().stream()
                .filter(each -> each.heldOn().equals(heldOn))
                .findFirst()
                .orElseThrow();
        meetings.follow(
                        SECRETARY,
                        meeting.id(),
                        meeting.version(),
                        new Afterwards(heldOn.plusDays(7), heldOn.plusDays(8)))
                .get();
    }

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
