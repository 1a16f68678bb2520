package se.medel.settlement;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages of settlements, repayments and the closing of a round. */
@MessageBundle(value = "settlement", locale = "sv")
public interface SettlementMsg {

    @Message
    String roundTitle();

    @Message
    String roundIntro();

    @Message
    String none();

    @Message
    String district();

    @Message
    String component();

    @Message
    String granted();

    @Message
    String paid();

    @Message
    String notYetPaid();

    @Message
    String released();

    @Message
    String admitted();

    @Message
    String repaid();

    @Message
    String writtenOff();

    @Message
    String owed();

    @Message
    String state();

    @Message
    String sum();

    @Message
    String wholeRound();

    @Message
    String pictureTitle();

    @Message
    String pictureUsed();

    @Message
    String pictureUnsettled();

    @Message
    String lateTitle();

    @Message
    String lateText();

    @Message
    String lateDue(String day);

    @Message
    String lateLink();

    @Message
    String lateConfirmText(String district, String day);

    @Message
    String lateDone(String district);

    @Message
    String cancel();

    @Message
    String settleTitle();

    @Message
    String settleText();

    @Message
    String settleLate();

    @Message
    String settleButton();

    @Message
    String settleDone(String grants);

    @Message
    String settleLeftOut(String districts, String why);

    @Message
    String closingLink();

    @Message
    String callLink();

    @Message
    String accountLink();

    @Message
    String documentLink();

    @Message
    String districtTitle(String district);

    @Message
    String why();

    @Message
    String notSettled();

    @Message
    String rule();

    @Message
    String reason();

    @Message
    String before();

    @Message
    String after();

    @Message
    String binding();

    @Message
    String keeps();

    @Message
    String finalPayment();

    @Message
    String finalPaymentText(String amount);

    @Message
    String freed();

    @Message
    String freeTitle();

    @Message
    String freeHint(String left);

    @Message
    String freeButton();

    @Message
    String freeDone(String amount);

    @Message
    String corrections();

    @Message
    String settlementOf(String number, String day);

    @Message
    String repayments();

    @Message
    String repaymentTitle();

    @Message
    String refundTitle();

    @Message
    String repaymentOf(String amount);

    @Message
    String refundOf(String amount);

    @Message
    String flagged();

    @Message
    String decidedAmount();

    @Message
    String received();

    @Message
    String givenBack();

    @Message
    String open();

    @Message
    String openRefund();

    @Message
    String payBy();

    @Message
    String latePaid();

    @Message
    String parts();

    @Message
    String earlierPart();

    @Message
    String historyTitle();

    @Message
    String historyWhen();

    @Message
    String historyWhat();

    @Message
    String historyBy();

    @Message
    String historyFlagged(String amount);

    @Message
    String historyHeard(String day);

    @Message
    String historyReplied();

    @Message
    String historyDecided(String number, String amount);

    @Message
    String historyDismissed(String number);

    @Message
    String historyReceipt(String amount, String reference);

    @Message
    String historyWrittenOff(String amount);

    @Message
    String historySuperseded();

    @Message
    String hearLetter();

    @Message
    String decisionDocument();

    @Message
    String doHear();

    @Message
    String doReply();

    @Message
    String doDecide();

    @Message
    String doReceive();

    @Message
    String doRefund();

    @Message
    String doWriteOff();

    @Message
    String hearTitle();

    @Message
    String hearText();

    @Message
    String replyDue();

    @Message
    String dayHint();

    @Message
    String dayWrong();

    @Message
    String hearButton();

    @Message
    String hearDone(String day);

    @Message
    String replyTitle();

    @Message
    String replyLabel();

    @Message
    String replyHint();

    @Message
    String replyButton();

    @Message
    String replyDone();

    @Message
    String replyNone();

    @Message
    String replyAt(String moment, String by);

    @Message
    String decideTitle();

    @Message
    String decideRefundTitle();

    @Message
    String decideAmount();

    @Message
    String decideRefundAmount();

    @Message
    String decideAmountHint(String most);

    @Message
    String decideReasons();

    @Message
    String decideReasonsHint();

    @Message
    String decideButton();

    @Message
    String decideDone(String number);

    @Message
    String decideWait(String day);

    @Message
    String decideFourEyesTitle();

    @Message
    String decideFourEyesText();

    @Message
    String receiveText(String left);

    @Message
    String amount();

    @Message
    String amountHint();

    @Message
    String receiptDate();

    @Message
    String reference();

    @Message
    String referenceHint();

    @Message
    String receiveButton();

    @Message
    String receiveDone(String amount);

    @Message
    String writeOffTitle();

    @Message
    String writeOffText(String left);

    @Message
    String writeOffReason();

    @Message
    String writeOffButton();

    @Message
    String writeOffDone(String amount);

    @Message
    String overtakenTitle();

    @Message
    String overtakenText();

    @Message
    String overtakenLink();

    @Message
    String closingTitle();

    @Message
    String closingLeft();

    @Message
    String closingLeftText(String count);

    @Message
    String closingAnew();

    @Message
    String closingLate(String day);

    @Message
    String closingWho();

    @Message
    String closingReady();

    @Message
    String closingButton();

    @Message
    String closingDone();

    @Message
    String closingNotYet();

    @Message
    String closedTitle();

    @Message
    String closedBy();

    @Message
    String closedByWhom(String moment, String by);

    @Message
    String closedSha();

    @Message
    String closedChecked();

    @Message
    String closedSame(String count);

    @Message
    String closedDiffer(String count);

    @Message
    String closedFigures();

    @Message
    String pdf(String file);

    @Message
    String storedTitle();

    @Message
    String taskHear(String amount);

    @Message
    String taskReply(String amount);

    @Message
    String taskDecide(String amount);

    @Message
    String taskDecideRefund(String amount);

    @Message
    String taskOverdue(String amount);

    @Message
    String taskRefund(String amount);

    @Message
    String taskUntil(String district, String day);
}
