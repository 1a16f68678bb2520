package se.medel.committee;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of a round's instructions say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "instructions", locale = "sv")
public interface InstructionsMsg {

    @Message
    String title();

    @Message
    String none();

    @Message
    String noneOn(String day);

    @Message
    String heldOn(String number, String day);

    @Message
    String begin(String number);

    @Message
    String draft();

    @Message
    String inForce();

    @Message
    String versions();

    @Message
    String version(String number);

    @Message
    String fixedHead();

    @Message
    String fixedBy(String moment, String user);

    @Message
    String editTitle();

    @Message
    String editIntro(String number);

    @Message
    String editDue();

    @Message
    String save();

    @Message
    String fix();

    @Message
    String fixLater();

    @Message
    String saved();

    @Message
    String fixedDone();
}
