package se.medel.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of rounds, models, balances and what-ifs say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "round", locale = "sv")
public interface RoundMsg {

    // list…: the list of rounds

    @Message
    String listTitle();

    @Message
    String listNone();

    @Message
    String listNew();

    @Message
    String roundName();

    @Message
    String roundYear();

    @Message
    String roundState();

    @Message
    String roundDeadline();

    @Message
    String roundProgramme();

    @Message
    String roundCase();

    // page…: one round

    @Message
    String pageFacts();

    @Message
    String pageModel();

    @Message
    String pageModelNone();

    @Message
    String pageModelInForce(String version, String date, String paragraph);

    @Message
    String pageModelLink();

    @Message
    String pageCommitteeReport();

    @Message
    String pageDates();

    @Message
    String pageNext();

    @Message
    String pageNextEdit();

    @Message
    String pageNextProposed();

    @Message
    String pageNextOpen();

    @Message
    String pageNextPendingDraft();

    @Message
    String pageBalance();

    @Message
    String pageDistricts();

    @Message
    String pageDistrictsHint();

    @Message
    String pageDistrict();

    @Message
    String pageSum();

    @Message
    String pageTotal();

    @Message
    String pageAsked(String amount);

    @Message
    String pageGranted(String amount);

    @Message
    String pageNotEligible();

    @Message
    String pageNothing();

    @Message
    String pageOpenApplication();

    @Message
    String pageSee();

    @Message
    String pageTotals();

    @Message
    String pageComponent();

    @Message
    String pageSmallNumbers();

    // cap…: the picture of a cap

    @Message
    String capCeiling();

    @Message
    String capAllClients();

    @Message
    String capGroup(String group);

    @Message
    String capLeft(String figure);

    @Message
    String capLeftAtLeast(String figure);

    @Message
    String capUsed(String committed, String limit);

    @Message
    String capUsedWithoutClients(String committed, String limit);

    @Message
    String capHidden();

    @Message
    String capHiddenSentence(String limit);

    @Message
    String capFewer();

    @Message
    String capLimit(String limit);

    @Message
    String capClients(String number);

    @Message
    String capCommitted();

    @Message
    String capRemaining();

    @Message
    String capNew();

    @Message
    String capPartsTitle();

    @Message
    String capPartsOver(String sum, String over);

    @Message
    String capPartsWithin(String sum);

    @Message
    String capRule(String rule);

    // model…: one version of a model

    @Message
    String modelTitle();

    @Message
    String modelVersion(String version);

    @Message
    String modelVersions();

    @Message
    String modelState();

    @Message
    String modelDecided(String date, String paragraph);

    @Message
    String modelUndelegated();

    @Message
    String modelMadeBy(String username);

    @Message
    String modelInForce();

    @Message
    String modelRule();

    @Message
    String modelWhat();

    @Message
    String modelFigure();

    @Message
    String modelSource();

    @Message
    String modelBefore(String figure);

    @Message
    String modelChanged();

    @Message
    String modelNamedSum();

    @Message
    String modelMaximumEach();

    @Message
    String modelEligible();

    @Message
    String modelOwnPart();

    @Message
    String modelRate();

    @Message
    String modelGroup(String group);

    @Message
    String modelAllClients();

    @Message
    String modelAges();

    @Message
    String modelAgesFigure(String youngest, String oldest);

    @Message
    String modelQuiet();

    @Message
    String modelQuietNone();

    @Message
    String modelCeiling();

    @Message
    String modelCeilingWhat();

    @Message
    String pageFunding();

    @Message
    String pageControl();

    @Message
    String pageTrials();

    @Message
    String pageLedgerSettings();

    @Message
    String pageJournal();

    @Message
    String pageCaseFiles();

    @Message
    String pageOpenData();

    @Message
    String modelYearEnd();

    @Message
    String modelOffPlan();

    @Message
    String modelOffPlanFigure(String percent);

    @Message
    String modelYes();

    @Message
    String modelNo();

    // new…: a new round

    @Message
    String newTitle();

    @Message
    String newIntro();

    @Message
    String newFrom();

    @Message
    String newId();

    @Message
    String newIdHint();

    @Message
    String newName();

    @Message
    String newNameHint();

    @Message
    String newYearHint();

    @Message
    String newCaseHint();

    @Message
    String newDeadlineHint();

    @Message
    String newSave();

    @Message
    String newDone(String name);

    @Message
    String dateMalformed();

    // edit…: the figures of a draft

    @Message
    String editTitle();

    @Message
    String editIntro();

    @Message
    String editHasFixed();

    @Message
    String editHasCoFinancing();

    @Message
    String editHasClients();

    @Message
    String editRule();

    @Message
    String editRuleHint();

    @Message
    String editSource();

    @Message
    String editDistrict();

    @Message
    String editAmount();

    @Message
    String editRow(String number);

    @Message
    String editAddRow();

    @Message
    String editRemoveRow();

    @Message
    String editMaximum();

    @Message
    String editRecipients();

    @Message
    String editOwnPart();

    @Message
    String editPartFinancing();

    @Message
    String editRate();

    @Message
    String editTotal();

    @Message
    String editGroups();

    @Message
    String editGroup(String number);

    @Message
    String editGroupName();

    @Message
    String editGroupDistricts();

    @Message
    String editGroupClients();

    @Message
    String editAddGroup();

    @Message
    String editRemoveGroup();

    @Message
    String editAges();

    @Message
    String editYoungest();

    @Message
    String editOldest();

    @Message
    String editQuiet();

    @Message
    String editQuietHint();

    @Message
    String editClients();

    @Message
    String editYears();

    @Message
    String editCeiling();

    @Message
    String editCeilingAmount();

    @Message
    String editOffPlan();

    @Message
    String editOffPlanHint();

    @Message
    String editSave();

    @Message
    String editSaved();

    @Message
    String editDistrictMissing();

    @Message
    String editDistrictTwice();

    @Message
    String editDistrictUnknown();

    @Message
    String editStaleHelp();

    @Message
    String editStaleLink();

    // do…: steps of a model and a round

    @Message
    String doPropose();

    @Message
    String doProposeText();

    @Message
    String doProposed();

    @Message
    String doTakeBack();

    @Message
    String doTakeBackText();

    @Message
    String doTakenBack();

    @Message
    String doNewVersion();

    @Message
    String doNewVersionText();

    @Message
    String doNewVersionMade();

    @Message
    String doOpen();

    @Message
    String doOpenText();

    @Message
    String doOpened();

    @Message
    String doReport();

    @Message
    String doReportText();

    @Message
    String doReported();

    @Message
    String pageReports();

    @Message
    String doEdit();

    @Message
    String doRegister();

    // committee…: the committee's decision

    @Message
    String committeeTitle();

    @Message
    String committeeIntro();

    @Message
    String committeeDate();

    @Message
    String committeeParagraph();

    @Message
    String committeeParagraphHint();

    @Message
    String committeeSave();

    @Message
    String committeeDone();

    @Message
    String committeeWhat();

    @Message
    String committeeNothing();

    // whatIf…: trying the three orders

    @Message
    String whatIfTitle();

    @Message
    String whatIfIntro();

    @Message
    String whatIfStart();

    @Message
    String whatIfCurrent();

    @Message
    String whatIfEmpty();

    @Message
    String whatIfAsks();

    @Message
    String whatIfAsksHint();

    @Message
    String whatIfRow();

    @Message
    String whatIfDistrict();

    @Message
    String whatIfComponent();

    @Message
    String whatIfAmount();

    @Message
    String whatIfTotalCost();

    @Message
    String whatIfOtherFunding();

    @Message
    String whatIfClients();

    @Message
    String whatIfEstimated();

    @Message
    String whatIfLabel(String what, String number);

    @Message
    String whatIfAdd();

    @Message
    String whatIfRemove();

    @Message
    String whatIfCalculate();

    @Message
    String whatIfResult();

    @Message
    String whatIfSame();

    @Message
    String whatIfDiffer(String count);

    @Message
    String whatIfDiffers();

    @Message
    String whatIfMost();

    @Message
    String whatIfLeast();

    @Message
    String whatIfAsk();

    @Message
    String whatIfBinding(String rules);

    @Message
    String whatIfFits();

    @Message
    String whatIfWhy();

    @Message
    String whatIfStep(String before, String after);

    @Message
    String whatIfTotal();

    @Message
    String whatIfLeft();

    @Message
    String whatIfNothing();

    @Message
    String whatIfReceivedHint();

    @Message
    String whatIfProportionalHint();

    @Message
    String whatIfNeedHint();

    @Message
    String whatIfNoComponent();

    @Message
    String whatIfNoModel();

    @Message
    String whatIfTooMany();

    @Message
    String whatIfChooseComponent();

    // ledger…: the entries

    @Message
    String pageSettlement();

    @Message
    String pageFinalReport();

    @Message
    String pageDispatch();

    @Message
    String pageInstructions();

    @Message
    String pageMeetings();

    @Message
    String pageDelegationLists();

    @Message
    String ledgerTitle();

    @Message
    String ledgerIntro();

    @Message
    String ledgerNone();

    @Message
    String ledgerWhen();

    @Message
    String ledgerKind();

    @Message
    String ledgerKronor();

    @Message
    String ledgerClients();

    @Message
    String ledgerBalance();

    @Message
    String ledgerDecision();

    @Message
    String ledgerBy();

    @Message
    String ledgerSum();

    // decisions…: the list of delegation decisions

    @Message
    String decisionsTitle();

    @Message
    String decisionsIntro(String name);

    @Message
    String decisionsNone();

    @Message
    String decisionsNumber();

    @Message
    String decisionsDate();

    @Message
    String decisionsAsked();

    @Message
    String decisionsGranted();

    @Message
    String decisionsOutcome();

    @Message
    String decisionsBy();

    @Message
    String decisionsReplaces(String number);

    @Message
    String decisionsLink(String number);

    // task…: what stands on the start pages

    @Message
    String taskRounds();

    @Message
    String taskEdit();

    @Message
    String taskOpen();

    @Message
    String taskRegister();

    @Message
    String taskDecided();

    @Message
    String taskDecisions();

    @Message
    String taskWhatIf();

    @Message
    String taskAudit();

    @Message
    String taskFigures();

    @Message
    String taskDistricts();

    // the rest

    @Message
    String editFixed();

    @Message
    String editCoFinancing();

    @Message
    String editCompensation();

    @Message
    String confirmCancel();

    @Message
    String whatIfAmountOfClients();

    @Message
    String whatIfClientsOfOthers();

    @Message
    String capUsedClients(String committed, String limit);

    @Message
    String modelVersionHead();

    @Message
    String pageApplications();

    @Message
    String pageApply();
}
