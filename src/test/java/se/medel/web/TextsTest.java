package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.Section;
import se.medel.claim.ClientFindings;
import se.medel.claim.RowState;
import se.medel.claim.file.Column;
import se.medel.committee.DelegationListState;
import se.medel.committee.DispatchChannel;
import se.medel.committee.InstructionsPart;
import se.medel.committee.MeetingOutcome;
import se.medel.committee.MeetingWarning;
import se.medel.committee.rules.Chapter;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.RiskFlag;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportSection;
import se.medel.costreport.rules.ReportState;
import se.medel.costreport.rules.Results;
import se.medel.costreport.sie.LeftOut;
import se.medel.costreport.sie.SieCaution;
import se.medel.costreport.sie.SieEncoding;
import se.medel.deadline.Audience;
import se.medel.deadline.DueKind;
import se.medel.deadline.Step;
import se.medel.decision.DecisionOutcome;
import se.medel.delegation.OrderState;
import se.medel.delegation.rules.ConflictGround;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Nature;
import se.medel.delegation.rules.StandIn;
import se.medel.followup.rules.Course;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.DischargeReason;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.OutcomeKind;
import se.medel.participant.rules.Partner;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RestingReason;
import se.medel.participant.rules.State;
import se.medel.participant.rules.TargetCriterion;
import se.medel.payment.PaymentState;
import se.medel.refusal.Reason;
import se.medel.reminder.MailFault;
import se.medel.reminder.ReminderState;
import se.medel.round.ModelState;
import se.medel.round.RoundState;
import se.medel.round.rules.AllocationOrder;
import se.medel.round.rules.ComponentKind;
import se.medel.settlement.ReceiptBook;
import se.medel.settlement.rules.RepaymentReason;
import se.medel.settlement.rules.RepaymentState;
import se.medel.settlement.rules.Stage;
import se.medel.whatif.Filling;
import se.medel.whatif.rules.Sequence;

class TextsTest {

    private static final List<Locale> LANGUAGES = List.of(Language.SWEDISH, Language.ENGLISH);

    @Test
    void everyReasonForARefusalHasWordsInBothLanguages() throws ClassNotFoundException {
        List<String> missing = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("se.medel")) {
            if (type.isEnum() && type.isAssignableTo(Reason.class)) {
                for (Object reason : Class.forName(type.getName()).getEnumConstants()) {
                    require("refusal." + reason, missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyValueThatIsShownHasANameInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Class<? extends Enum<?>> type : List.of(
                ComponentKind.class,
                AllocationOrder.class,
                RoundState.class,
                ModelState.class,
                MeetingOutcome.class,
                MeetingWarning.class,
                DelegationListState.class,
                DispatchChannel.class,
                InstructionsPart.class,
                ApplicationState.class,
                DecisionOutcome.class,
                Criterion.class,
                Judgement.Verdict.class,
                Partner.class,
                CostCategory.class,
                LeftOut.class,
                SieCaution.class,
                SieEncoding.class,
                OtherFunding.Status.class,
                Section.class,
                Ledger.Kind.class,
                PaymentState.class,
                RowState.class,
                State.class,
                Referral.class,
                TargetCriterion.class,
                RestingReason.class,
                DischargeReason.class,
                ActivityCategory.class,
                OutcomeKind.class,
                Course.class,
                EntryKind.class,
                Column.class,
                Stage.class,
                RepaymentState.class,
                RepaymentReason.class,
                Accounts.Movement.class,
                ReceiptBook.Kind.class,
                DueKind.class,
                Audience.class,
                Step.class,
                ReminderState.class,
                MailFault.class,
                ReportState.class,
                ReportSection.class,
                Chapter.class,
                CostLine.Source.class,
                ControlQuestion.class,
                CheckAnswer.class,
                RiskFlag.class,
                Sequence.class,
                Filling.class,
                DecisionKind.class,
                Nature.class,
                OrderState.class,
                StandIn.Ground.class,
                ConflictGround.class)) {
            for (Enum<?> value : type.getEnumConstants()) {
                require(type.getSimpleName() + "." + value.name(), missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everythingThatCanBeWrittenInTheRegisterHasItsWords() {
        List<String> missing = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            require("act." + kind.name(), missing);
            if (kind.takesValue()) {
                require("ask." + kind.name(), missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCountOfAReportHasItsWords() {
        List<String> missing = new ArrayList<>();
        Results.YEAR.forEach(name -> require("result." + name, missing));
        Results.DISCHARGED.forEach(name -> require(name, missing));
        Results.OUTCOMES.forEach(name -> require(name, missing));
        Arrays.stream(ClientFindings.Reason.values()).forEach(reason -> require("finding." + reason, missing));
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws Exception {
        Properties swedish = new Properties();
        swedish.load(Texts.class.getResourceAsStream("/texts/values_sv.properties"));
        Properties english = new Properties();
        english.load(Texts.class.getResourceAsStream("/texts/values_en.properties"));
        assertThat(swedish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    private static void require(String key, List<String> missing) {
        LANGUAGES.stream()
                .filter(language -> !Texts.in(language).has(key))
                .forEach(language -> missing.add(language + " " + key));
    }
}
