package se.medel.costreport;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text on the pages about cost reports, {@code {report:…}} in templates. Added to like {@link se.medel.web.Msg}: a method
 * here and a text in each of {@code messages/report_sv.properties} and {@code messages/report_en.properties}.
 */
@MessageBundle(value = "report", locale = "sv")
public interface CostReportMsg {

    // general: what several pages about cost reports say

    @Message
    String yes();

    @Message
    String no();

    @Message
    String change();

    @Message
    String notFilledIn();

    @Message
    String notReadable(String typed);

    @Message
    String dateMalformed();

    @Message
    String line();

    @Message
    String planned();

    @Message
    String actual();

    @Message
    String actualKr();

    @Message
    String actualOf(String line);

    @Message
    String difference();

    @Message
    String deviation();

    @Message
    String deviationWhen();

    @Message
    String deviationOf(String line);

    @Message
    String category();

    @Message
    String offPlan();

    @Message
    String sum();

    @Message
    String admitted();

    @Message
    String reason();

    @Message
    String grant();

    @Message
    String granted(String amount);

    @Message
    String grantedPaid(String granted, String paid);

    @Message
    String grantByClient();

    @Message
    String costsCaption(String grant);

    @Message
    String costsTitle();

    @Message
    String lateOne();

    @Message
    String lateMany(String days);

    @Message
    String signedBy(String who, String when);

    @Message
    String readLink();

    @Message
    String draftSaved();

    @Message
    String saveContinue();

    @Message
    String saveDraft();

    @Message
    String rowRemove();

    @Message
    String conflictTitle();

    @Message
    String conflictText();

    // todo…: the start page

    @Message
    String todoWrite(String due);

    @Message
    String todoSign(String due);

    @Message
    String todoComplete(String due);

    @Message
    String todoReview(String district);

    // task…: the district's task list

    @Message
    String taskTitle();

    @Message
    String dueBy(String due);

    @Message
    String taskProgress(String done, String all);

    @Message
    String taskDone();

    @Message
    String taskNotStarted();

    @Message
    String taskOneLeft();

    @Message
    String taskLeft(String left);

    @Message
    String taskReady();

    @Message
    String taskNotReady();

    @Message
    String remarksTitle(String due);

    @Message
    String remarksAnswered();

    // costs…, offPlan…: the page of costs

    @Message
    String costsIntro();

    @Message
    String costsNone();

    @Message
    String offPlanTitle();

    @Message
    String offPlanRow(String number);

    @Message
    String offPlanText();

    @Message
    String offPlanTextHint();

    @Message
    String offPlanWhy();

    @Message
    String offPlanAdd();

    @Message
    String sumAll();

    @Message
    String sumSaved(String grant);

    // income…: the page of other money

    @Message
    String incomeTitle();

    @Message
    String incomeIntro();

    @Message
    String incomeStated();

    @Message
    String incomeRows();

    @Message
    String incomeApplied();

    @Message
    String incomeAppliedNone();

    @Message
    String incomeRowTitle();

    @Message
    String incomeRow(String number);

    @Message
    String incomeSource();

    @Message
    String incomeSourceHint();

    @Message
    String incomeAmount();

    @Message
    String incomeLines();

    @Message
    String incomeLinesHint();

    @Message
    String incomeAdd();

    @Message
    String incomeWholePlan();

    @Message
    String incomeSomeLines(String lines);

    // results…: the page of results

    @Message
    String resultsTitle();

    @Message
    String resultsIntro();

    @Message
    String resultsCounted();

    @Message
    String resultsNotCounted();

    @Message
    String resultsFew();

    @Message
    String resultsText();

    @Message
    String resultsTextHint();

    @Message
    String resultsYear();

    @Message
    String resultsDischarged();

    @Message
    String resultsOutcomes();

    @Message
    String notTold();

    @Message
    String notToldWhy();

    // check…, receipt…: how the report is handed in

    @Message
    String checkTitle();

    @Message
    String checkLacks();

    @Message
    String checkNotYet();

    @Message
    String checkSigns();

    @Message
    String checkSubmit();

    @Message
    String checkToBeSigned();

    @Message
    String receiptTitle();

    @Message
    String receiptNumber();

    @Message
    String receiptTime();

    @Message
    String receiptCost();

    @Message
    String receiptNext();

    @Message
    String receiptNextReview();

    @Message
    String receiptNextSettle();

    @Message
    String receiptRead();

    @Message
    String receiptLink();

    @Message
    String signed();

    @Message
    String approved();

    // read…, own…, round…, list…: reading and lists

    @Message
    String readTitle();

    @Message
    String readNotYet();

    @Message
    String instructionsLink();

    @Message
    String findings();

    @Message
    String ownTitle();

    @Message
    String ownNone();

    @Message
    String roundTitle();

    @Message
    String roundNone();

    @Message
    String listRound();

    @Message
    String listDistrict();

    @Message
    String listState();

    @Message
    String listDue();

    @Message
    String listGranted();

    @Message
    String listPaid();

    @Message
    String listReported();

    @Message
    String openAgain();

    @Message
    String openAgainText();

    @Message
    String opened(String districts);

    @Message
    String openedNone();

    // review…, client…, approve…, return…, correct…: the officer's pages

    @Message
    String reviewTitle();

    @Message
    String reviewIntro();

    @Message
    String reviewNote();

    @Message
    String reviewNoteHint();

    @Message
    String reviewSave();

    @Message
    String reviewSaved();

    @Message
    String reviewApprove();

    @Message
    String reviewConflict();

    @Message
    String obstacles();

    @Message
    String admittedKr();

    @Message
    String admittedOf(String line);

    @Message
    String reasonWhen();

    @Message
    String reasonOf(String line);

    @Message
    String clientsTitle();

    @Message
    String clientsIntro();

    @Message
    String clientCode();

    @Message
    String clientBorn();

    @Message
    String clientAdmitted();

    @Message
    String clientFinding();

    @Message
    String findingOf(String code);

    @Message
    String findingNone();

    @Message
    String findingMissing();

    @Message
    String findingNote(String code);

    @Message
    String approveTitle();

    @Message
    String approveIntro();

    @Message
    String approveSums();

    @Message
    String approveBack();

    @Message
    String approvedDone();

    @Message
    String returnTitle();

    @Message
    String returnIntro();

    @Message
    String returnRemarks();

    @Message
    String returnRemarksHint();

    @Message
    String returnDue();

    @Message
    String returnDueHint();

    @Message
    String returnSend();

    @Message
    String returnedDone();

    @Message
    String correctTitle();

    @Message
    String correctIntro();

    @Message
    String correctSend();
}
