package se.medel.control;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of control say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "control", locale = "sv")
public interface ControlMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String sample();

    @Message
    String sampleNone();

    @Message
    String sampleHint();

    @Message
    String number();

    @Message
    String percent();

    @Message
    String draw();

    @Message
    String drawn(String size);

    @Message
    String sampleSize(String size, String all);

    @Message
    String samplePercent(String percent, String size, String all);

    @Message
    String sampleWhat();

    @Message
    String sampleWhen();

    @Message
    String sampleBy(String at, String by);

    @Message
    String seed();

    @Message
    String algorithm();

    @Message
    String algorithmText();

    @Message
    String recheck();

    @Message
    String rechecked();

    @Message
    String holds();

    @Message
    String holdsNot();

    @Message
    String byHand();

    @Message
    String reportNumber();

    @Message
    String hashText();

    @Message
    String hash();

    @Message
    String inSample();

    @Message
    String reports();

    @Message
    String reportsNone();

    @Message
    String district();

    @Message
    String state();

    @Message
    String stateWriting();

    @Message
    String stateIn();

    @Message
    String stateApproved();

    @Message
    String why();

    @Message
    String whyDrawn();

    @Message
    String nothing();

    @Message
    String checklist();

    @Message
    String checkedOf(String done, String all);

    @Message
    String deeper();

    @Message
    String deeperNo();

    @Message
    String deeperWaits();

    @Message
    String deeperOpen();

    @Message
    String deeperClosed();

    @Message
    String deeperBars();

    @Message
    String deeperIntro();

    @Message
    String deeperNot();

    @Message
    String deeperNotYet();

    @Message
    String reportTitle(String district);

    @Message
    String reportNotIn();

    @Message
    String signed();

    @Message
    String due();

    @Message
    String came();

    @Message
    String line();

    @Message
    String offPlan();

    @Message
    String planned();

    @Message
    String actual();

    @Message
    String from();

    @Message
    String fromTyped();

    @Message
    String fromLedger();

    @Message
    String fromFile();

    @Message
    String deviation();

    @Message
    String others();

    @Message
    String othersNone();

    @Message
    String answer();

    @Message
    String note();

    @Message
    String noteHint();

    @Message
    String answeredBy(String by, String at);

    @Message
    String saveChecklist();

    @Message
    String checklistSaved();

    @Message
    String vouchers();

    @Message
    String vouchersNone();

    @Message
    String vouchersAsk();

    @Message
    String vouchersAsked();

    @Message
    String vouchersWhat();

    @Message
    String vouchersWhatHint();

    @Message
    String vouchersBy();

    @Message
    String dayHint();

    @Message
    String dayMalformed();

    @Message
    String vouchersUntil(String day);

    @Message
    String vouchersAwaited();

    @Message
    String finding();

    @Message
    String findingHint();

    @Message
    String close();

    @Message
    String closed();

    @Message
    String closedBy(String by, String at);

    @Message
    String closedBefore();

    @Message
    String vouchersTitle();

    @Message
    String vouchersIntro();

    @Message
    String vouchersAnswer();

    @Message
    String vouchersSend();

    @Message
    String vouchersSent();

    @Message
    String voucherFiles();

    @Message
    String voucherFile(String kilobytes, String at, String by);

    @Message
    String voucherAdd();

    @Message
    String voucherIntro();

    @Message
    String voucherPdf();

    @Message
    String voucherHint(int megabytes);

    @Message
    String voucherMissing();

    @Message
    String voucherSave();

    @Message
    String voucherCancel();

    @Message
    String voucherKept(String name);

    @Message
    String taskDraw(String round);

    @Message
    String taskControl(String district);

    @Message
    String taskAnswered(String district);

    @Message
    String taskVouchers();
}
