package se.medel.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.decision.DecisionService;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;
import se.medel.payment.OrderView;
import se.medel.payment.PaymentService;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Actor;
import se.medel.user.Role;

/** What the demo's users do in every round: write, submit, prepare and decide. */
@ApplicationScoped
class DemoDesk {

    static final Actor OFFICER = new Actor("handlaggare", Role.OFFICER, null);
    static final Actor DIRECTOR = new Actor("chef", Role.DIRECTOR, null);
    static final Actor SECRETARY = new Actor("sekreterare", Role.SECRETARY, null);
    static final Actor CONTROLLER = new Actor("ekonom", Role.CONTROLLER, null);

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    @Inject
    DecisionService decisions;

    @Inject
    PaymentService payments;

    @Inject
    Clock clock;

    static Actor officerOf(String district) {
        return new Actor(district, Role.DISTRICT_OFFICER, district);
    }

    static Actor directorOf(String district) {
        return new Actor(district + "-chef", Role.DISTRICT_DIRECTOR, district);
    }

    ApplicationView draft(String round, String district, ComponentKind component, ApplicationContent content) {
        Actor officer = officerOf(district);
        ApplicationView started = applications.start(officer, round, component).get();
        return applications
                .save(officer, started.id(), started.version(), content)
                .get();
    }

    ApplicationView submit(String round, String district, ComponentKind component, ApplicationContent content) {
        ApplicationView application = draft(round, district, component, content);
        Actor signer = directorOf(district);
        return applications
                .submit(signer, application.id(), application.version(), null)
                .get();
    }

    /** Grants the whole amount. */
    ApplicationView decide(String round, String district, ComponentKind component, ApplicationContent content) {
        ApplicationView application = submit(round, district, component, content);
        preparations
                .prepare(
                        OFFICER,
                        application.id(),
                        null,
                        new PreparationService.Work(
                                allMet(),
                                null,
                                true,
                                application.asked(),
                                null,
                                null,
                                "Planen är tydlig och bygger på ett arbete som redan pågår. Beloppet ryms i modellen."))
                .get();
        decisions
                .decide(
                        DIRECTOR,
                        round,
                        application.id(),
                        null,
                        new DecisionService.Ruling(true, null, null, null, null))
                .get();
        return application;
    }

    /** Orders one payment, and it is paid the same day. */
    void pay(String round, PaymentService.Amount amount) {
        LocalDate today = LocalDate.now(clock);
        OrderView order = payments.order(CONTROLLER, round, new PaymentService.Wanted(today, null, List.of(amount)))
                .get();
        payments.pay(CONTROLLER, order.id(), null, new PaymentService.Paid(null, today, "UB " + (100 + order.number())))
                .get();
    }

    static List<Judgement> allMet() {
        return Arrays.stream(Criterion.values())
                .map(criterion -> new Judgement(criterion, Judgement.Verdict.MET, null))
                .toList();
    }

    static ApplicationContent content(
            List<PlanLine> plan,
            long totalCost,
            long ownPart,
            long amount,
            long clients,
            long newClients,
            String ownFinancing) {
        return new ApplicationContent(
                plan,
                Kronor.of(totalCost),
                Kronor.of(ownPart),
                Kronor.of(amount),
                clients,
                newClients,
                ownFinancing,
                null,
                null,
                "Varje deltagare får en kartläggning av boende, ekonomi, skulder, hälsa, arbete och nätverk inom två veckor.",
                "Lotsen håller ihop insatserna och går igenom handlingsplanen med deltagaren varje månad.",
                "Ett gemensamt möte hålls var sjätte vecka med de aktörer som deltagaren har samtyckt till.",
                EnumSet.of(Partner.POLICE, Partner.EMPLOYMENT_SERVICE, Partner.PROBATION),
                true,
                true,
                false,
                List.of(),
                Map.of());
    }

    static ApplicationContent withOtherFunding(ApplicationContent content, OtherFunding funding) {
        return new ApplicationContent(
                content.plan(),
                content.totalCost(),
                content.ownPart(),
                content.amount(),
                content.estimatedClients(),
                content.newClients(),
                content.ownFinancing(),
                content.ownFinancingAmount(),
                content.budgetLine(),
                content.mapping(),
                content.coordination(),
                content.cooperation(),
                content.partners(),
                content.takesPartInLearning(),
                content.reportsResults(),
                true,
                List.of(funding),
                Map.of());
    }
}
