package se.medel.finalreport;

import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.officerOf;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.settlement.ClosingService;
import se.medel.settlement.RepaymentService;
import se.medel.settlement.RepaymentView;
import se.medel.settlement.SettlementFixture;
import se.medel.settlement.SettlementService;
import se.medel.time.TestClock;

/** A round with every kind of grant, at its end. It stops the clock; the test starts it again. */
@ApplicationScoped
public class FinalReportFixture {

    public static final String SKARPNACK = "skarpnack";
    public static final String ALVSJO = "alvsjo";

    static final LocalDate SETTLED_ON = LocalDate.of(2015, 2, 10);

    /** Of the district's reports: whom they cost 150 000,50 kr a line. */
    private static final String COST = "150000.50";

    @Inject
    RoundFixture rounds;

    @Inject
    SettlementFixture settlements;

    @Inject
    SettlementService service;

    @Inject
    RepaymentService repayments;

    @Inject
    ClosingService closings;

    @Inject
    Accounts accounts;

    @Inject
    TestClock clock;

    /**
     * Farsta used 150 001 kr of 200 000 kr; Skärholmen used all of its 100 000 kr, and others paid 30 000 kr of the cost; Bromma
     * claims 3 clients, Skarpnäck 12 beside its 150 000 kr and Älvsjö 8; Bromma and Skarpnäck share a cap. All is paid, and the reports are to come.
     */
    public String reporting() {
        String round = rounds.openRound(ModelFixture.withJointProject(BROMMA, SKARPNACK));
        pay(round, settlements.granted(round, FARSTA, ComponentKind.CO_FINANCING, 200_000), 200_000);
        pay(round, settlements.granted(round, SKARHOLMEN, ComponentKind.CO_FINANCING, 100_000), 100_000);
        pay(round, settlements.claimGranted(round, BROMMA, 3), 45_000);
        pay(round, settlements.claimGranted(round, SKARPNACK, 12), 180_000);
        pay(round, settlements.claimGranted(round, ALVSJO, 8), 120_000);
        pay(round, settlements.granted(round, SKARPNACK, ComponentKind.CO_FINANCING, 150_000), 150_000);
        pay(round, settlements.granted(round, RINKEBY_KISTA, ComponentKind.FIXED_GRANT, 600_000), 600_000);
        settlements.startReporting(round);
        clock.stopAt(SETTLED_ON);
        return round;
    }

    private void pay(String round, long application, long kronor) {
        settlements.pay(round, application, kronor);
    }

    /** Everything is settled, and what is owed is paid back. */
    public String settled() {
        String round = reporting();
        settlements.approved(settlements.submitted(round, FARSTA, COST, "0"));
        settlements.approved(settlements.submitted(round, SKARHOLMEN, "100001", "30000"));
        settlements.approved(settlements.submitted(round, RINKEBY_KISTA, "600001", "0"));
        settlements.approved(settlements.submitted(round, SKARPNACK, "150001", "0"));
        for (String district : List.of(BROMMA, ALVSJO)) {
            settlements.approved(settlements.submitted(round, district, "0", "0"));
        }
        service.ofRound(OFFICER, round).stream()
                .flatMap(grant -> grant.repayments().stream())
                .forEach(this::payBack);
        return round;
    }

    private void payBack(RepaymentView flagged) {
        repayments.hear(OFFICER, flagged.id(), null, SETTLED_ON.plusDays(21)).get();
        repayments
                .reply(officerOf(flagged.district()), flagged.id(), null, "Beloppet stämmer.")
                .get();
        repayments
                .decide(DIRECTOR, flagged.id(), null, flagged.flagged(), "Medlen har inte använts enligt planen.")
                .get();
        repayments
                .receive(SettlementFixture.CONTROLLER, flagged.id(), null, flagged.flagged(), SETTLED_ON, "B 17")
                .get();
    }

    public String closed() {
        String round = settled();
        closings.close(OFFICER, round).get();
        return round;
    }

    Kronor granted(String round) {
        return accounts.ofRound(round).stream().map(Account::granted).reduce(Kronor.ZERO, Kronor::plus);
    }
}
