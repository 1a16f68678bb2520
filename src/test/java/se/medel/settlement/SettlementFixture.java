package se.medel.settlement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.claim.ClaimFixture;
import se.medel.costreport.CostReportService;
import se.medel.costreport.CostReportView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.Review;
import se.medel.decision.DecisionService;
import se.medel.ledger.Accounts;
import se.medel.ledger.Accounts.Movement;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Rounds on their way to the year's end. */
@ApplicationScoped
public class SettlementFixture {

    public static final Actor CONTROLLER = new Actor("ekonom", Role.CONTROLLER, null);

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture claims;

    @Inject
    RoundService roundService;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    CostReportService reports;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    /** The id of an application that is granted in full; its plan is one line of one krona more. */
    public long granted(String round, String district, ComponentKind component, long kronor) {
        ApplicationView application = rounds.prepared(round, district, component, kronor);
        decisions
                .decide(RoundFixture.DIRECTOR, round, application.id(), null, RoundFixture.AS_RECOMMENDED)
                .get();
        return application.id();
    }

    /** A claim for so many clients, granted in full. */
    public long claimGranted(String round, String district, int clients) {
        return claimGranted(round, district, clients, clients);
    }

    /** A claim that is granted for so many of the clients that it claims. */
    public long claimGranted(String round, String district, int claimed, int clients) {
        ApplicationView claim = claims.prepared(round, district, ClaimFixture.anyClients(claimed), clients);
        decisions
                .decide(RoundFixture.DIRECTOR, round, claim.id(), null, RoundFixture.AS_RECOMMENDED)
                .get();
        return claim.id();
    }

    /** A claim for so many clients that is refused at first, none of them being wrong. */
    public long claimRefused(String round, String district, int clients) {
        long claim = claims.submitted(round, district, ClaimFixture.anyClients(clients))
                .id();
        preparations.prepare(RoundFixture.OFFICER, claim, null, refusing()).get();
        decisions
                .decide(
                        RoundFixture.DIRECTOR,
                        round,
                        claim,
                        null,
                        new DecisionService.Ruling(false, null, null, "C1a", "Oklart."))
                .get();
        return claim;
    }

    /** The recommendation that a claim is refused, with nothing found against its clients. */
    public PreparationService.Work refusing() {
        return new PreparationService.Work(
                RoundFixture.allMet(), null, false, null, null, null, "Användningen är oklar.");
    }

    /** Pays in full what is ordered in one go. */
    public void pay(String round, long application, long kronor) {
        QuarkusTransaction.requiringNew().run(() -> {
            accounts.lock(application);
            long payment = paid(round, application, kronor);
            Kronor amount = Kronor.of(kronor);
            accounts.book(application, Movement.ORDERED, amount, "payment/" + payment, "ekonom");
            accounts.book(application, Movement.PAID, amount, "payment/" + payment, "ekonom");
        });
    }

    /** The payment that a grant's account is booked by; it isn't booked here. */
    public long paid(String round, long application, long kronor) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            long order = ((Number)
                            database.createNativeQuery("insert into payment_order (round_id, number, pay_on, made_by,"
                                            + " made_at) select ?1, coalesce(max(number), 0) + 1, '2014-06-01', 'ekonom', now() from"
                                            + " payment_order where round_id = ?1 returning id")
                                    .setParameter(1, round)
                                    .getSingleResult())
                    .longValue();
            return ((Number) database.createNativeQuery("insert into payment (order_id, application_id, kronor, state,"
                                    + " voucher, paid_on, marked_by, marked_at) values (?1, ?2, ?3, 'PAID', 'A1',"
                                    + " '2014-06-02', 'ekonom', now()) returning id")
                            .setParameter(1, order)
                            .setParameter(2, application)
                            .setParameter(3, kronor)
                            .getSingleResult())
                    .longValue();
        });
    }

    public void startReporting(String round) {
        roundService.startReporting(RoundFixture.OFFICER, round).get();
    }

    /** The district's report with this cost on every line, and this much from others. */
    public CostReportView submitted(String round, String district, String cost, String fromOthers) {
        CostReportView report = reports.of(round, district).orElseThrow();
        return written(report, line -> line.withActual(Kronor.of(cost), CostLine.Source.TYPED), fromOthers);
    }

    private CostReportView written(CostReportView report, Function<CostLine, CostLine> cost, String fromOthers) {
        List<CostLine> lines = report.content().lines().stream()
                .map(cost)
                .map(line -> new CostLine(
                        line.applicationId(),
                        line.line(),
                        line.category(),
                        line.text(),
                        line.planned(),
                        line.actual(),
                        "Tjänsten tillsattes senare än planerat.",
                        line.source()))
                .toList();
        boolean others = !Kronor.of(fromOthers).equals(Kronor.ZERO);
        ReportContent content = new ReportContent(
                lines,
                others,
                others
                        ? List.of(new OtherIncome(
                                lines.get(0).applicationId(), "Ytterstadssatsningen", Kronor.of(fromOthers), null))
                        : List.of(),
                null,
                "Åtta deltagare har fått stöd.",
                null);
        CostReportView saved = reports.save(
                        RoundFixture.officerOf(report.district()), report.id(), report.version(), content)
                .get();
        return reports.submit(RoundFixture.directorOf(report.district()), saved.id(), saved.version())
                .get();
    }

    public CostReportView approved(CostReportView submitted) {
        return reports.approve(
                        RoundFixture.OFFICER,
                        submitted.id(),
                        submitted.version(),
                        Review.asReported(submitted.content()))
                .get();
    }

    public CostReportView givenBack(CostReportView approved) {
        return reports.giveBack(
                        RoundFixture.OFFICER,
                        approved.id(),
                        null,
                        "En faktura saknas.",
                        LocalDate.now(clock).plusDays(14))
                .get();
    }

    /** What the database says is wrong; must be nothing at every moment. */
    public List<?> mismatches() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select application_id || ' ' || fault from account_mismatch union all"
                                + " select round_id || ' ' || rule from ledger_mismatch")
                .getResultList());
    }
}
