package se.medel.committee;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the lists of decisions made on delegation say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "delegationList", locale = "sv")
public interface DelegationListMsg {

    @Message
    String listsTitle();

    @Message
    String listsIntro();

    @Message
    String title(int number);

    @Message
    String list();

    @Message
    String state();

    @Message
    String period();

    @Message
    String periodUntil(String until);

    @Message
    String periodFrom(String since);

    @Message
    String periodBetween(String since, String until);

    @Message
    String periodAll();

    @Message
    String decisions();

    @Message
    String reported();

    @Message
    String reportedAt(String day, String paragraph);

    @Message
    String notYet();

    @Message
    String closed();

    @Message
    String by(String moment, String user);

    @Message
    String closeTitle();

    @Message
    String closeText();

    @Message
    String closeButton();

    @Message
    String closeDone();

    @Message
    String reportTitle();

    @Message
    String date();

    @Message
    String dateHint();

    @Message
    String paragraph();

    @Message
    String paragraphHint();

    @Message
    String reportButton();

    @Message
    String reportDone();

    @Message
    String pdf(String name);

    @Message
    String taskWaiting(String count);

    @Message
    String taskWaitingOne();

    @Message
    String taskReport(int number);
}
