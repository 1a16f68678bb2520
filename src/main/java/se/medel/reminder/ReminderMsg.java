package se.medel.reminder;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What reminders and their pages say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "reminder", locale = "sv")
public interface ReminderMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String introDistrict();

    @Message
    String overdue();

    @Message
    String overdueNone();

    @Message
    String made();

    @Message
    String none();

    @Message
    String what();

    @Message
    String who();

    @Message
    String district();

    @Message
    String round();

    @Message
    String due();

    @Message
    String when();

    @Message
    String step();

    @Message
    String state();

    @Message
    String lateness();

    @Message
    String mail();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String pages();

    @Message
    String tries(String count);

    @Message
    String nextTry(String time);

    @Message
    String sentAt(String time);

    @Message
    String today();

    @Message
    String lateOne();

    @Message
    String late(String days);

    @Message
    String leftOne();

    @Message
    String left(String days);

    @Message
    String taskReminders();

    @Message
    String taskMailboxes();

    @Message
    String mailboxTitle();

    @Message
    String mailboxIntro();

    @Message
    String mailboxOff();

    @Message
    String mailboxOwner();

    @Message
    String mailboxAddress();

    @Message
    String mailboxAddressHint();

    @Message
    String mailboxNone();

    @Message
    String mailboxChange();

    @Message
    String mailboxChangeTitle(String owner);

    @Message
    String mailboxAdministration();

    @Message
    String mailboxSave();

    @Message
    String mailboxSaved(String owner);

    @Message
    String taskWho(String what, String district);

    @Message
    String taskNote(String round, String due, String late);
}
