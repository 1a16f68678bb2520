package se.medel.committee;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the committee's meetings and of the dispatch say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "meeting", locale = "sv")
public interface MeetingMsg {

    @Message
    String d1();

    @Message
    String d2();

    @Message
    String d3();

    @Message
    String d1Hint();

    @Message
    String d2Hint();

    @Message
    String d3Hint();

    @Message
    String pointLegend(String point, String what);

    @Message
    String pointText(String point);

    @Message
    String pointTextHint();

    @Message
    String figuresTitle();

    @Message
    String figuresText();

    @Message
    String figuresProposed();

    @Message
    String decisionSentBack();

    @Message
    String meetingsTitle();

    @Message
    String meetingsIntro();

    @Message
    String meetingsNone();

    @Message
    String meetingTitle(String day);

    @Message
    String meetingDay();

    @Message
    String meetingDecided();

    @Message
    String minutesApproved();

    @Message
    String noticePosted();

    @Message
    String notYet();

    @Message
    String late();

    @Message
    String warningTitle();

    @Message
    String afterwardsTitle();

    @Message
    String afterwardsHint();

    @Message
    String meetingSave();

    @Message
    String meetingSaved();

    @Message
    String decisionsTitle();

    @Message
    String decidedModel(String version);

    @Message
    String decidedNoModel();

    @Message
    String decidedDispatch();

    @Message
    String pointHead();

    @Message
    String outcomeHead();

    @Message
    String dispatchTitle();

    @Message
    String dispatchIntro();

    @Message
    String dispatchNone();

    @Message
    String dispatchDistrict();

    @Message
    String dispatchDecision();

    @Message
    String dispatchState();

    @Message
    String dispatchNotSent();

    @Message
    String dispatchSentBy(String day, String channel, String user);

    @Message
    String dispatchRead();

    @Message
    String dispatchMark();

    @Message
    String dispatchChoose();

    @Message
    String dispatchDay();

    @Message
    String dayHint();

    @Message
    String dispatchChannel();

    @Message
    String dispatchSome();

    @Message
    String dispatchAll();

    @Message
    String dispatchSentOne();

    @Message
    String dispatchSent(String count);

    @Message
    String taskDispatch(String count);

    @Message
    String taskDispatchOne();

    @Message
    String pdf(String name);
}
