package se.medel.application;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text on the pages about applications and on those where they are decided, {@code {application:…}} in templates. Added
 * to like {@link se.medel.web.Msg}: a method here and a text in each of {@code messages/application_sv.properties} and
 * {@code messages/application_en.properties}.
 */
@MessageBundle(value = "application", locale = "sv")
public interface ApplicationMsg {

    // general: what several pages about applications say

    @Message
    String yes();

    @Message
    String no();

    @Message
    String change();

    @Message
    String cancel();

    @Message
    String optional();

    @Message
    String notFilledIn();

    @Message
    String notReadable(String typed);

    @Message
    String committed();

    @Message
    String number(String id);

    @Message
    String saveContinue();

    @Message
    String saveDraft();

    @Message
    String draftSaved();

    @Message
    String rowAdd();

    @Message
    String rowRemove();

    @Message
    String conflictTitle();

    @Message
    String conflictText();

    @Message
    String typedTitle();

    @Message
    String typedText();

    // own…: the district's applications

    @Message
    String ownTitle();

    @Message
    String ownNone();

    @Message
    String ownDeadline(String day);

    @Message
    String ownStart();

    @Message
    String ownAllStarted();

    @Message
    String ownClaimsTitle();

    @Message
    String ownClaims();

    @Message
    String ownNoRound();

    @Message
    String startMost(String amount, String rule);

    @Message
    String startUnknown();

    // list…: columns of lists

    @Message
    String listApplication();

    @Message
    String listDistrict();

    @Message
    String listState();

    @Message
    String listReceived();

    @Message
    String listAsked();

    @Message
    String listGranted();

    @Message
    String listSum();

    // round…: a round's applications

    @Message
    String roundTitle();

    @Message
    String roundNone();

    @Message
    String roundIntro();

    // task…: the district's task list, and the to-dos of the start pages

    @Message
    String taskTitle();

    @Message
    String taskProgress(String done, String all);

    @Message
    String taskDone();

    @Message
    String taskNotStarted();

    @Message
    String taskOneLeft();

    @Message
    String taskLeft(String count);

    @Message
    String taskCheck();

    @Message
    String taskReady();

    @Message
    String taskNotReady();

    @Message
    String taskComplete(String what);

    @Message
    String taskDue(String day);

    @Message
    String taskSign(String what);

    @Message
    String taskDraft(String what);

    @Message
    String taskApply(String round);

    @Message
    String taskApplyUntil(String day);

    @Message
    String taskAsked(String amount);

    @Message
    String taskOverdue(String district);

    @Message
    String taskPrepare(String district);

    @Message
    String taskDecide(String district);

    @Message
    String taskReplace(String district);

    // plan…: how the money will be used (C1a)

    @Message
    String planTitle();

    @Message
    String planIntro();

    @Message
    String planRow(String number);

    @Message
    String planRowField(String number, String field);

    @Message
    String planCategory();

    @Message
    String planText();

    @Message
    String planTextHint();

    @Message
    String planAmount();

    @Message
    String planSum();

    @Message
    String planSumSaved();

    // money…: amounts (A3)

    @Message
    String moneyIntro();

    @Message
    String moneyMost(String rule);

    @Message
    String moneyTotalCost();

    @Message
    String moneyTotalCostHint();

    @Message
    String moneyAmount();

    @Message
    String moneyAmountHint();

    @Message
    String moneyOwnPart();

    @Message
    String moneyOwnPartHint();

    @Message
    String moneyOwnPartDemanded();

    @Message
    String moneyOthers();

    @Message
    String moneyTogether();

    // clients…: C1b

    @Message
    String clientsIntro();

    @Message
    String clientsEstimated();

    @Message
    String clientsNew();

    @Message
    String clientsNewHint();

    // ownFinancing…: C1c

    @Message
    String ownFinancingText();

    @Message
    String ownFinancingTextHint();

    @Message
    String ownFinancingAmount();

    @Message
    String ownFinancingBudgetLine();

    @Message
    String ownFinancingBudgetLineHint();

    // method…: C2a to C2d

    @Message
    String methodIntro();

    @Message
    String methodMapping();

    @Message
    String methodMappingHint();

    @Message
    String methodCoordination();

    @Message
    String methodCoordinationHint();

    @Message
    String methodCooperation();

    @Message
    String methodCooperationHint();

    @Message
    String methodPartners();

    @Message
    String methodPartnersHint();

    @Message
    String methodLearningTitle();

    @Message
    String methodLearning();

    // followUp…: C3

    @Message
    String followUpTitle();

    @Message
    String followUpIntro();

    @Message
    String followUpCommit();

    // other…: K3

    @Message
    String otherTitle();

    @Message
    String otherIntro();

    @Message
    String otherSaid();

    @Message
    String otherStated();

    @Message
    String otherRow(String number);

    @Message
    String otherRowField(String number, String field);

    @Message
    String otherSource();

    @Message
    String otherSourceHint();

    @Message
    String otherAmount();

    @Message
    String otherStatus();

    @Message
    String otherLines();

    @Message
    String otherLinesHint();

    @Message
    String otherAdd();

    @Message
    String otherWholePlan();

    @Message
    String otherSomeLines(String lines);

    // overlap…: the same cost paid twice (K3)

    @Message
    String overlapTitle();

    @Message
    String overlapLines(String lines, String cost, String funded, String over);

    @Message
    String overlapWhole(String cost, String others, String asked, String over);

    // completion…: what the officer has asked for

    @Message
    String completionTitle(String due);

    @Message
    String completionOverdue();

    @Message
    String completionHow();

    @Message
    String completionAnswered();

    @Message
    String completionAnswer();

    @Message
    String completionWaiting();

    @Message
    String completionRequested();

    @Message
    String completionDueUnreadable();

    // request…: asking for a completion

    @Message
    String requestTitle();

    @Message
    String requestIntro();

    @Message
    String requestText();

    @Message
    String requestTextHint();

    @Message
    String requestDue();

    @Message
    String requestDueHint();

    @Message
    String requestSend();

    // check…: check your answers and submit

    @Message
    String checkTitle();

    @Message
    String checkLacks();

    @Message
    String checkAnswers();

    @Message
    String checkCompletion();

    @Message
    String checkAnswer();

    @Message
    String checkAnswerHint();

    @Message
    String checkSigns();

    @Message
    String checkToBeSigned();

    @Message
    String checkSubmit();

    @Message
    String checkNotYet();

    // receipt…

    @Message
    String receiptTitle();

    @Message
    String receiptCompleted();

    @Message
    String receiptNumber();

    @Message
    String receiptTime();

    @Message
    String receiptAsked();

    @Message
    String receiptBy();

    @Message
    String receiptNext();

    @Message
    String receiptNextSign();

    @Message
    String receiptNextPrepare();

    @Message
    String receiptNextDecide();

    @Message
    String receiptPrint();

    @Message
    String receiptRead();

    // withdraw…

    @Message
    String withdrawTitle();

    @Message
    String withdrawLink();

    @Message
    String withdrawIntro();

    @Message
    String withdrawReason();

    @Message
    String withdrawButton();

    @Message
    String withdrawnDone();

    // read…: the application as everybody reads it

    @Message
    String readTitle();

    @Message
    String readNumber();

    @Message
    String readSigned();

    @Message
    String readNotSigned();

    @Message
    String signedBy(String user, String at);

    @Message
    String signed();

    @Message
    String readWithdrawn();

    @Message
    String readContent();

    @Message
    String readAssessed();

    @Message
    String readNotPrepared();

    // action…: what can be done with it

    @Message
    String actionSign();

    @Message
    String actionPrepare();

    @Message
    String actionPrepareAgain();

    @Message
    String actionPrepareAsDirector();

    @Message
    String actionPrepareAnew();

    @Message
    String actionReplace();

    @Message
    String actionCompletion();

    @Message
    String actionDecide();

    @Message
    String actionDecision();

    @Message
    String actionReceipt();

    // chain…: how an amount comes about (A8)

    @Message
    String chainCaption();

    @Message
    String chainRule();

    @Message
    String chainText();

    @Message
    String chainBefore();

    @Message
    String chainAfter();

    @Message
    String chainAsked();

    @Message
    String chainBinding();

    @Message
    String chainGives();

    // room…: what is left under the caps

    @Message
    String roomNow();

    @Message
    String roomAfter();

    @Message
    String roomCap();

    @Message
    String roomLimit();

    @Message
    String roomCommitted();

    @Message
    String roomLeft();

    // prepare…: the officer judges and recommends

    @Message
    String prepareTitle();

    @Message
    String prepareIntro();

    @Message
    String prepareAnewIntro();

    @Message
    String prepareDirector();

    @Message
    String prepareCriteria();

    @Message
    String prepareVerdict(String rule);

    @Message
    String prepareReason(String rule);

    @Message
    String prepareOther();

    @Message
    String prepareNoOverlap();

    @Message
    String prepareOverlapAnswer();

    @Message
    String prepareOverlapHint();

    @Message
    String prepareRecommendation();

    @Message
    String prepareRecommends();

    @Message
    String prepareChoose();

    @Message
    String prepareGrant();

    @Message
    String prepareRefuse();

    @Message
    String prepareAmount();

    @Message
    String prepareAmountHint(String most);

    @Message
    String prepareOrder();

    @Message
    String prepareOrderHint();

    @Message
    String prepareNoOrder();

    @Message
    String prepareReasons();

    @Message
    String prepareReasonsHint();

    @Message
    String prepareSave();

    // prepared…: the preparation as it is read

    @Message
    String prepared();

    @Message
    String preparedAnew();

    @Message
    String preparedAnewTitle();

    @Message
    String preparedAnewText();

    @Message
    String preparedTitle();

    @Message
    String preparedGrant(String amount);

    @Message
    String preparedRefusal();

    @Message
    String preparedOrder(String order);

    @Message
    String preparedOverlap();

    @Message
    String preparedBy(String user, String at);

    @Message
    String preparedCriteria();

    @Message
    String preparedCriterion();

    @Message
    String preparedVerdict();

    // decide…: the director decides

    @Message
    String decideTitle();

    @Message
    String decideRead();

    @Message
    String decideRuling();

    @Message
    String decideOutcome();

    @Message
    String decideChoose();

    @Message
    String decideGrant();

    @Message
    String decideRefuse();

    @Message
    String decideAmount();

    @Message
    String decideAmountHint(String asked);

    @Message
    String decideGround();

    @Message
    String decideGroundHint();

    @Message
    String decideReasons();

    @Message
    String decideReasonsHint();

    @Message
    String decideCheck();

    @Message
    String decided(String number);

    @Message
    String notToBeDecided();

    @Message
    String groundOtherFunding();

    @Message
    String fourEyesTitle();

    @Message
    String fourEyesText();

    // confirm…: the last look before it is decided

    @Message
    String confirmTitle();

    @Message
    String confirmOutcome();

    @Message
    String confirmTakenReasons();

    @Message
    String confirmReplaces();

    @Message
    String confirmReplaced(String number, String granted);

    @Message
    String confirmText();

    @Message
    String confirmButton();

    @Message
    String confirmEdit();

    // replace…: a new decision instead of the one there is

    @Message
    String replaceTitle();

    @Message
    String replaceIntro(String number, String granted);

    @Message
    String replaceRead();

    @Message
    String replaceAnew();

    @Message
    String replaceReasonsHint();

    // already…: somebody was first

    @Message
    String alreadyTitle();

    @Message
    String alreadyText(String number, String granted);
}
