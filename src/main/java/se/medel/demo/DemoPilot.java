package se.medel.demo;

import static se.medel.demo.DemoDesk.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.Review;
import se.medel.money.Kronor;
import se.medel.payment.PaymentService;
import se.medel.round.RoundService;
import se.medel.round.RoundService.NewRound;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.RepaymentService;
import se.medel.settlement.RepaymentView;
import se.medel.settlement.SettlementService;
import se.medel.time.CityClock;

/**
 * The pilot round of the year before, so that a newcomer sees how a year ends: settled, paid back, written off, paid too late
 * and never reported. What was decided is reported to the committee at its next meeting. It happened when it says it did, and by the same services as everything else.
 */
@ApplicationScoped
class DemoPilot {

    static final String ROUND = "pilot-2013";

    @Inject
    DemoDesk desk;

    @Inject
    DemoOffice office;

    @Inject
    RoundService rounds;

    @Inject
    PaymentService payments;

    @Inject
    CostReportService reports;

    @Inject
    SettlementService settlements;

    @Inject
    RepaymentService repayments;

    void load() {
        CityClock.on(LocalDate.of(2013, 2, 22), this::open);
        CityClock.on(LocalDate.of(2013, 4, 15), this::decide);
        CityClock.on(LocalDate.of(2013, 5, 2), office::closeList);
        CityClock.on(LocalDate.of(2013, 5, 15), this::pay);
        CityClock.on(LocalDate.of(2013, 5, 24), () -> office.followReport(LocalDate.of(2013, 5, 16), "§ 24"));
        CityClock.on(LocalDate.of(2014, 1, 7), () -> rounds.startReporting(OFFICER, ROUND)
                .get());
        CityClock.on(LocalDate.of(2014, 1, 29), this::report);
        CityClock.on(LocalDate.of(2014, 2, 17), this::settleTheMissing);
        CityClock.on(LocalDate.of(2014, 2, 18), this::hear);
        CityClock.on(LocalDate.of(2014, 3, 6), this::reply);
        CityClock.on(LocalDate.of(2014, 3, 20), this::demand);
        CityClock.on(LocalDate.of(2014, 4, 7), office::closeList);
        CityClock.on(LocalDate.of(2014, 4, 14), this::receive);
        CityClock.on(LocalDate.of(2014, 5, 2), () -> office.followReport(LocalDate.of(2014, 4, 24), "§ 19"));
        CityClock.on(LocalDate.of(2014, 9, 30), this::writeOff);
        CityClock.on(LocalDate.of(2014, 10, 13), office::closeList);
        CityClock.on(LocalDate.of(2014, 10, 31), () -> office.followReport(LocalDate.of(2014, 10, 23), "§ 33"));
    }

    private void open() {
        rounds.create(
                        OFFICER,
                        new NewRound(
                                ROUND,
                                "Sociala insatsgrupper för livsstilskriminella unga vuxna 19–29 år",
                                "Pilotomgång 2013",
                                2013,
                                "3.1-88/2013",
                                LocalDate.of(2013, 4, 1)),
                        model())
                .get();
        rounds.propose(OFFICER, ROUND).get();
        rounds.registerCommitteeDecision(SECRETARY, ROUND, LocalDate.of(2013, 2, 14), "§ 11")
                .get();
        office.followMeeting(ROUND, LocalDate.of(2013, 2, 14), null);
        rounds.open(OFFICER, ROUND).get();
    }

    private static AllocationModel model() {
        Map<String, Kronor> named = new LinkedHashMap<>();
        named.put("rinkeby-kista", Kronor.of(450_000));
        named.put("spanga-tensta", Kronor.of(450_000));
        return new AllocationModel(
                List.of(
                        new FixedGrant(
                                new Basis(
                                        "M1",
                                        "Rinkeby-Kista och Spånga-Tensta får 450 000 kr var för att pröva arbetet."),
                                named),
                        new CoFinancing(
                                new Basis(
                                        "M2",
                                        "Andra stadsdelar kan söka medfinansiering, högst 150 000 kr per stadsdel."),
                                List.of("skarholmen", "farsta", "skarpnack", "hasselby-vallingby"),
                                Kronor.of(150_000),
                                new Basis(
                                        "A3",
                                        "Medfinansiering täcker en del av kostnaden: aldrig mer än kostnaden minus annan"
                                                + " finansiering, och stadsdelen bär en egen del."),
                                true)),
                new Ceiling(
                        new Basis("M5", "Den utbetalda summan kan uppgå till högst 1,5 mkr."), Kronor.of(1_500_000)));
    }

    private void decide() {
        grant("rinkeby-kista", ComponentKind.FIXED_GRANT, 450_000, 400_000, 50_000);
        grant("spanga-tensta", ComponentKind.FIXED_GRANT, 450_000, 380_000, 70_000);
        grant("skarholmen", ComponentKind.CO_FINANCING, 150_000, 180_000, 20_000);
        grant("farsta", ComponentKind.CO_FINANCING, 100_000, 120_000, 10_000);
        grant("skarpnack", ComponentKind.CO_FINANCING, 120_000, 150_000, 10_000);
        grant("hasselby-vallingby", ComponentKind.CO_FINANCING, 100_000, 110_000, 20_000);
    }

    private void grant(String district, ComponentKind component, long amount, long staff, long training) {
        desk.decide(
                ROUND,
                district,
                component,
                content(
                        List.of(
                                new PlanLine(CostCategory.STAFF, Kronor.of(staff), "Lots, del av tjänst"),
                                new PlanLine(CostCategory.TRAINING, Kronor.of(training), "Handledning och utbildning")),
                        staff + training,
                        staff + training - amount,
                        amount,
                        10,
                        6,
                        "Prövas i budgeten för 2014."));
    }

    /** All at once, but for Hässelby-Vällingby, which gets a part first. */
    private void pay() {
        office.setBooking(ROUND, "SIG13");
        payments.accounts(CONTROLLER, ROUND).get().stream()
                .map(account -> new PaymentService.Amount(
                        account.applicationId(),
                        account.district().equals("hasselby-vallingby") ? Kronor.of(60_000) : account.granted()))
                .forEach(amount -> desk.pay(ROUND, amount));
    }

    private void report() {
        approve("rinkeby-kista", "401200", "49350.50", null, null);
        approve("spanga-tensta", "335250.50", "67050", null, null);
        approve("skarholmen", "98400", "12000", "38600", null);
        approve("farsta", "118000", "9500", null, "60000");
        approve("hasselby-vallingby", "71800", "18199.60", null, null);
    }

    /** @param offPlan cost of something that the plan hasn't @param fromOthers what somebody else paid; null for nothing */
    private void approve(String district, String staff, String training, String offPlan, String fromOthers) {
        CostReportView report = reports.of(ROUND, district).orElseThrow();
        List<CostLine> planned = report.content().lines();
        List<CostLine> lines =
                new java.util.ArrayList<>(List.of(spent(planned.get(0), staff), spent(planned.get(1), training)));
        long grant = planned.get(0).applicationId();
        if (offPlan != null) {
            lines.add(new CostLine(
                    grant,
                    0,
                    CostCategory.EQUIPMENT,
                    "Datorer till lokalen",
                    Kronor.ZERO,
                    Kronor.of(offPlan),
                    "Lokalen saknade datorer när verksamheten började.",
                    CostLine.Source.TYPED));
        }
        ReportContent content = new ReportContent(
                lines,
                fromOthers != null,
                fromOthers == null
                        ? List.of()
                        : List.of(new OtherIncome(
                                grant, "Stadsledningskontorets ytterstadssatsning", Kronor.of(fromOthers), null)),
                null,
                "Arbetet kom i gång under våren. Flera deltagare har gått vidare till arbete eller studier.",
                null);
        CostReportView saved = reports.save(officerOf(district), report.id(), report.version(), content)
                .get();
        CostReportView signed = reports.submit(directorOf(district), saved.id(), saved.version())
                .get();
        reports.approve(OFFICER, signed.id(), signed.version(), Review.asReported(signed.content()))
                .get();
    }

    private static CostLine spent(CostLine line, String cost) {
        return new CostLine(
                line.applicationId(),
                line.line(),
                line.category(),
                line.text(),
                line.planned(),
                Kronor.of(cost),
                "Tjänsten tillsattes senare än planerat.",
                CostLine.Source.TYPED);
    }

    /** Skarpnäck never reported. */
    private void settleTheMissing() {
        settlements.settleWithoutReport(OFFICER, ROUND, "skarpnack").get();
    }

    private void hear() {
        all().forEach(repayment -> repayments
                .hear(OFFICER, repayment.id(), null, LocalDate.of(2014, 3, 11))
                .get());
    }

    private void reply() {
        reply("spanga-tensta", "Vi har inget att invända. Tjänsten stod tom i tre månader.");
        reply("skarholmen", "Datorerna behövdes för att deltagarna skulle kunna söka arbete.");
    }

    private void reply(String district, String text) {
        repayments.reply(officerOf(district), of(district).id(), null, text).get();
    }

    private void demand() {
        demand("spanga-tensta", "Det som inte har använts enligt planen betalas tillbaka.");
        demand("skarholmen", "Inköpet stod inte i planen och ingen ändring begärdes innan det gjordes.");
        demand("farsta", "Kostnaden är till en del redan betald av en annan satsning.");
    }

    private void demand(String district, String reasons) {
        RepaymentView flagged = of(district);
        repayments
                .decide(DIRECTOR, flagged.id(), null, flagged.flagged(), reasons)
                .get();
    }

    private void receive() {
        repayments
                .receive(
                        CONTROLLER,
                        of("spanga-tensta").id(),
                        null,
                        of("spanga-tensta").open(),
                        LocalDate.of(2014, 4, 14),
                        "IB 311")
                .get();
        repayments
                .receive(
                        CONTROLLER, of("skarholmen").id(), null, Kronor.of(20_000), LocalDate.of(2014, 4, 14), "IB 312")
                .get();
    }

    private void writeOff() {
        repayments
                .writeOff(
                        DIRECTOR,
                        of("skarholmen").id(),
                        null,
                        "Datorerna används i verksamheten även 2014. Resten krävs inte tillbaka.")
                .get();
    }

    private RepaymentView of(String district) {
        return all().stream()
                .filter(repayment -> repayment.district().equals(district))
                .findFirst()
                .orElseThrow();
    }

    private List<RepaymentView> all() {
        return settlements.ofRound(OFFICER, ROUND).stream()
                .flatMap(grant -> grant.repayments().stream())
                .toList();
    }
}
