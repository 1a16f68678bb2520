package se.medel.participant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of groups and of their register say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "participant", locale = "sv")
public interface ParticipantMsg {

    @Message
    String registerTitle();

    @Message
    String registerTask();

    @Message
    String registerNone();

    @Message
    String registerRunBy(String districts);

    @Message
    String registerAll(String count);

    @Message
    String glanceTitle();

    @Message
    String glanceStates();

    @Message
    String glanceGuides();

    @Message
    String glanceNoGuides();

    @Message
    String glanceSupport();

    @Message
    String glancePlans();

    @Message
    String ofMost(String count, String most);

    @Message
    String isFull();

    @Message
    String isOver();

    @Message
    String supportHint();

    @Message
    String plansStale(String count);

    @Message
    String plansAllLive();

    @Message
    String stopTitle();

    @Message
    String stopSince(String from);

    @Message
    String stopUntil(String from, String until);

    @Message
    String enterSomebody();

    @Message
    String waitingTitle();

    @Message
    String settingsTitle();

    @Message
    String listTitle();

    @Message
    String listOnTitle(String day);

    @Message
    String listState();

    @Message
    String listGuide();

    @Message
    String listPlan();

    @Message
    String listAll();

    @Message
    String listShow();

    @Message
    String listNone();

    @Message
    String listNoMore();

    @Message
    String listNext();

    @Message
    String listFirst();

    @Message
    String code();

    @Message
    String since();

    @Message
    String area();

    @Message
    String look();

    @Message
    String flagClosed();

    @Message
    String flagNoConsent();

    @Message
    String flagSupport();

    @Message
    String flagPlan();

    @Message
    String onLabel();

    @Message
    String onHint();

    @Message
    String onMalformed();

    @Message
    String onOnlyByState();

    @Message
    String onNotice(String day);

    @Message
    String onBack();

    @Message
    String onNotYet(String day);

    @Message
    String waitingIntro();

    @Message
    String waitingNone();

    @Message
    String waitingPlace();

    @Message
    String waitingSince();

    @Message
    String waitingDays();

    @Message
    String days(String count);

    @Message
    String oneDay();

    @Message
    String arriveTitle();

    @Message
    String arriveIntro();

    @Message
    String arriveCode();

    @Message
    String arriveCodeHint(String example);

    @Message
    String arriveYear();

    @Message
    String arriveYearHint();

    @Message
    String arriveReferral();

    @Message
    String arriveDay();

    @Message
    String arriveSave();

    @Message
    String arriveSaved();

    @Message
    String blockState();

    @Message
    String blockConsent();

    @Message
    String blockPlan();

    @Message
    String blockSupport();

    @Message
    String blockOutcomes();

    @Message
    String blockEntries();

    @Message
    String factState();

    @Message
    String factSince(String day);

    @Message
    String factGuide();

    @Message
    String factGuideContact(String guide);

    @Message
    String factBorn();

    @Message
    String factBornAge(String year, String age);

    @Message
    String factReferral();

    @Message
    String factLives();

    @Message
    String factAssessed();

    @Message
    String factAssessedAll(String day);

    @Message
    String factAssessedNot(String day, String missing);

    @Message
    String factNotAssessed();

    @Message
    String factConsent();

    @Message
    String factConsentOn(String day);

    @Message
    String factNoConsent();

    @Message
    String factWithdrawn(String day);

    @Message
    String factBetween();

    @Message
    String factEvaluation();

    @Message
    String factEvaluationYes();

    @Message
    String factEvaluationNo();

    @Message
    String factReviewed();

    @Message
    String factNever();

    @Message
    String factNoPlan();

    @Message
    String factSupportNow();

    @Message
    String factSupportYes(String day);

    @Message
    String factSupportNo();

    @Message
    String factSupportBefore();

    @Message
    String factFromTo(String from, String until);

    @Message
    String factFromOn(String from);

    @Message
    String factTimes();

    @Message
    String factNeverIn();

    @Message
    String factMonths();

    @Message
    String factOutcomes();

    @Message
    String factNoOutcomes();

    @Message
    String closedTitle();

    @Message
    String closedText(String day);

    @Message
    String closedDischarged(String day);

    @Message
    String planStale(String days);

    @Message
    String planMissing();

    @Message
    String obstaclesTitle();

    @Message
    String obstaclesNone();

    @Message
    String entryDay();

    @Message
    String entryWhat();

    @Message
    String entryBy();

    /** @param by the user name of who struck it */
    @Message
    String entryStruck(String by);

    @Message
    String strikeLink();

    @Message
    String strikeTitle();

    /** @param what the entry in words */
    @Message
    String strikeText(String day, String what, String by);

    @Message
    String strikeButton();

    @Message
    String strikeSaved();

    @Message
    String waitingNext();

    @Message
    String formDay();

    @Message
    String formDayHint();

    @Message
    String formSave();

    @Message
    String formGuideFree(String code, String count, String most);

    @Message
    String formGuideEnded(String code, String day);

    @Message
    String formMetHint();

    @Message
    String formStaleTitle();

    @Message
    String formStaleText();

    @Message
    String formSaved(String what, String day);

    @Message
    String formWithdrawWarning();

    @Message
    String groupsTitle();

    @Message
    String groupsTask();

    @Message
    String groupsNew();

    @Message
    String groupsNone();

    @Message
    String groupsName();

    @Message
    String groupsDistricts();

    @Message
    String groupsAreas();

    @Message
    String groupsCreated(String name);

    @Message
    String newName();

    @Message
    String newSlug();

    @Message
    String newSlugHint();

    @Message
    String newPrefix();

    @Message
    String newPrefixHint();

    @Message
    String newDistricts();

    @Message
    String newAreas();

    @Message
    String newAreasHint();

    @Message
    String newArea(String number);

    @Message
    String areaName();

    @Message
    String areaDistrict();

    @Message
    String areaFrom();

    @Message
    String areaAdd();

    @Message
    String areaAdded();

    @Message
    String setStructure();

    @Message
    String setCodes();

    @Message
    String setCodesPrefix(String prefix, String digits);

    @Message
    String setCodesAny(String letters, String digits);

    @Message
    String setCodesChange();

    @Message
    String setCodesIntro();

    @Message
    String setCodesSaved();

    @Message
    String setCodesPrefixHint();

    @Message
    String setCodesLettersHint();

    @Message
    String setCodesFewest();

    @Message
    String setCodesMost();

    @Message
    String setCodesDigits();

    @Message
    String setLimits();

    @Message
    String setLimitsNow();

    @Message
    String setLimitsLater();

    @Message
    String setLimitsChange();

    @Message
    String setLimitsIntro();

    @Message
    String setLimitsSaved();

    @Message
    String limitsFrom();

    @Message
    String limitsPlaces();

    @Message
    String limitsSupport();

    @Message
    String limitsYoungest();

    @Message
    String limitsOldest();

    @Message
    String limitsAges();

    @Message
    String limitsAgesHint();

    @Message
    String limitsReview();

    @Message
    String limitsReviewShort();

    @Message
    String limitsReviewEvery(String days);

    @Message
    String setGuides();

    @Message
    String setGuidesNone();

    @Message
    String guideAdd();

    @Message
    String guideAdded();

    @Message
    String guideCode();

    @Message
    String guideCodeHint();

    @Message
    String guideFrom();

    @Message
    String guideTo();

    @Message
    String guideEnd();

    @Message
    String guideEndTitle(String code);

    @Message
    String guideEndDay();

    @Message
    String guideEnded();

    @Message
    String setStops();

    @Message
    String setStopsNone();

    @Message
    String stopAdd();

    @Message
    String stopAdded();

    @Message
    String stopStarts();

    @Message
    String stopEnds();

    @Message
    String stopLast();

    @Message
    String stopEndsHint();

    @Message
    String stopReason();

    @Message
    String stopReasonHint();

    @Message
    String stopEnd();

    @Message
    String stopEndTitle();

    @Message
    String stopEnded();

    @Message
    String still();

    @Message
    String actions();
}
