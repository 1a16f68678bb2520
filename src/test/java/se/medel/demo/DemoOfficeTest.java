package se.medel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.demo.DemoDesk.CONTROLLER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.medel.committee.DelegationListContent;
import se.medel.committee.DelegationListService;
import se.medel.committee.DelegationListState;
import se.medel.committee.MeetingService;
import se.medel.costreport.ledger.LedgerSettingService;
import se.medel.costreport.ledger.LedgerSettingView;
import se.medel.database.TestDatabase;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.payment.BookingService;
import se.medel.payment.BookingSettings;
import se.medel.payment.PaymentService;
import se.medel.reminder.MailboxService;
import se.medel.web.OpenPage;

/** What a newcomer needs before the demo's year can be paid, reported and settled. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DemoOfficeTest {

    @Inject
    PaymentService payments;

    @Inject
    BookingService bookings;

    @Inject
    LedgerSettingService ledgers;

    @Inject
    MailboxService mailboxes;

    @Inject
    DelegationListService lists;

    @Inject
    MeetingService meetings;

    @ParameterizedTest
    @CsvSource({"pilot-2013,SIG13", "sig-2014,SIG14"})
    void everyPaymentCanBeBooked(String round, String project) {
        BookingSettings settings = bookings.find(CONTROLLER, round).get().settings();
        assertThat(settings.project()).isEqualTo(project);
        assertThat(payments.accounts(CONTROLLER, round).get())
                .extracting(Account::district)
                .isNotEmpty()
                .allMatch(settings.counterparts()::containsKey);
        assertThat(settings.counterparts().values()).doesNotHaveDuplicates();
    }

    @Test
    void theDistrictOfTheSampleLedgersIsPaidWhatTheySayAndTheirProjectIsItsOwn() {
        assertThat(payments.accounts(CONTROLLER, "sig-2014").get())
                .filteredOn(account -> account.district().equals("rinkeby-kista"))
                .extracting(Account::paid)
                .containsExactly(Kronor.of(600_000));
        LedgerSettingView setting = ledgers.of("sig-2014", "rinkeby-kista");
        assertThat(setting.organisationNumber()).isEqualTo("2120000142");
        assertThat(setting.objects()).extracting(LedgerSettingView::text).containsExactly("6:SIG14");
    }

    @Test
    void whatWasDecidedInThePilotIsReportedAtMeetingsWhoseMinutesWereInTime() {
        List<DelegationListContent> reported = List.of(1, 2, 3).stream()
                .map(number -> lists.find(number).orElseThrow())
                .toList();

        assertThat(reported)
                .allMatch(content -> content.list().state() == DelegationListState.REPORTED)
                .allMatch(content -> !content.lines().isEmpty())
                .extracting(content -> content.list().closedAt())
                .isSorted();
        assertThat(reported.stream().flatMap(content -> content.lines().stream()))
                .filteredOn(line -> line.decision().roundId().equals("pilot-2013"))
                .as("six grants, three demands and what was written off of one")
                .hasSize(10);
        assertThat(reported.stream()
                        .map(content -> meetings.find(content.list().meeting()).orElseThrow()))
                .allMatch(meeting -> meeting.warnings().isEmpty());
    }

    @Test
    void thePilotsPagesSayWhatStillStopsItFromBeingClosed() {
        OpenPage officer = OpenPage.of("handlaggare").go("/rounds/pilot-2013").follow("Slutrapport");
        assertThat(officer.text())
                .contains("Omgången kan inte avslutas än. Det väntar på: Farsta, Hässelby-Vällingby, Skarpnäck.");
        officer.follow("Visa vad som är kvar");
        assertThat(officer.row("Farsta")).endsWith("Ska betalas tillbaka skulle ha betalats 2014-04-19 Ekonom");
        assertThat(officer.row("Hässelby-Vällingby")).endsWith("Att betala ut Ekonom");
        assertThat(officer.row("Skarpnäck")).contains("Stadsdelen hörs");
        assertThat(officer.text()).contains("Kvar att göra: 3.").doesNotContain("Avsluta omgången för alltid");
    }

    @Test
    void remindersGoToNobodysRealAddress() {
        assertThat(mailboxes.of(MailboxService.ADMINISTRATION).orElseThrow().address())
                .isEqualTo("registrator@administration.example.org");
        assertThat(mailboxes.of("bromma").orElseThrow().address()).isEqualTo("registrator@bromma.example.org");
    }
}
