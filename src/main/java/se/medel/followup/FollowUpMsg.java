package se.medel.followup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages of follow-up say, with the definition of each figure (…Def), which is written here and nowhere else; the same
 * conventions as in {@link se.medel.web.Msg}.
 */
@MessageBundle(value = "followup", locale = "sv")
public interface FollowUpMsg {

    @Message
    String title();

    @Message
    String task();

    @Message
    String intro();

    @Message
    String chooseGroup();

    @Message
    String chooseYear();

    @Message
    String allGroups();

    @Message
    String from();

    @Message
    String to();

    @Message
    String dayHint();

    @Message
    String show();

    @Message
    String noGroup();

    @Message
    String noFigures();

    @Message
    String period(String from, String to);

    @Message
    String noteExact();

    @Message
    String noteProtected();

    @Message
    String noteEvaluator();

    @Message
    String hidden();

    @Message
    String nobody();

    @Message
    String csv();

    @Message
    String groupsTitle();

    @Message
    String groupsIntro();

    @Message
    String figures();

    @Message
    String value();

    @Message
    String came();

    @Message
    String cameAll();

    @Message
    String cameDef();

    @Message
    String entry();

    @Message
    String waiting();

    @Message
    String waitingDef();

    @Message
    String admitted();

    @Message
    String admittedDef();

    @Message
    String again();

    @Message
    String againDef();

    @Message
    String course();

    @Message
    String tookPart();

    @Message
    String tookPartDef();

    @Message
    String enrolled();

    @Message
    String enrolledDef();

    @Message
    String restingDef();

    @Message
    String ordinaryWorkDef();

    @Message
    String closedOtherwise();

    @Message
    String closedOtherwiseDef();

    @Message
    String months();

    @Message
    String mean();

    @Message
    String median();

    @Message
    String monthsDef();

    @Message
    String medianDef();

    @Message
    String plans();

    @Message
    String live();

    @Message
    String liveDef();

    @Message
    String stale();

    @Message
    String staleDef();

    @Message
    String outcomes();

    @Message
    String outcomesDef();

    @Message
    String more();

    @Message
    String support();

    @Message
    String supportDef();

    @Message
    String supportPicture();

    @Message
    String supportCap();

    @Message
    String guides();

    @Message
    String guidesDef();

    @Message
    String guide(String code);

    @Message
    String ofMost(String figure, String most);

    @Message
    String persons();

    @Message
    String monthsUnit();

    @Message
    String percent();

    @Message
    String csvGroup();

    @Message
    String csvFrom();

    @Message
    String csvTo();

    @Message
    String csvSection();

    @Message
    String csvFigure();

    @Message
    String csvValue();

    @Message
    String csvUnit();

    @Message
    String csvMost();

    @Message
    String csvNote();

    @Message
    String admittedShort();

    @Message
    String restingShort();

    @Message
    String meanShort();
}
