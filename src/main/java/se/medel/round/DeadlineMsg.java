package se.medel.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of dates say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "deadline", locale = "sv")
public interface DeadlineMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String applicationsClose();

    @Message
    String reportDue();

    @Message
    String answerDays();

    @Message
    String reviewDays();

    @Message
    String replyDays();

    @Message
    String payDays();

    @Message
    String answerDaysHint();

    @Message
    String reviewDaysHint();

    @Message
    String replyDaysHint();

    @Message
    String payDaysHint();

    @Message
    String dateHint();

    @Message
    String days(String count);

    @Message
    String daysUnit();

    @Message
    String change();

    @Message
    String changeTitle();

    @Message
    String changeIntro();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String cancel();

    @Message
    String dateMalformed();

    @Message
    String extensions();

    @Message
    String noExtensions();

    @Message
    String extend();

    @Message
    String extendTitle();

    @Message
    String extendIntro();

    @Message
    String extended(String district);

    @Message
    String district();

    @Message
    String wasDue();

    @Message
    String dueOn();

    @Message
    String reason();

    @Message
    String grantedBy();
}
