package se.medel.decision;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around a decision on its page. The decision itself is in Swedish, whatever the language of the page. */
@MessageBundle(value = "decision", locale = "sv")
public interface DecisionMsg {

    @Message
    String warning();

    @Message
    String replacedBy(int number);

    @Message
    String showReplacing();

    @Message
    String download(String fileName);

    @Message
    String application(String receipt);

    @Message
    String replaces(int number);

    @Message
    String storedTitle();

    @Message
    String storedText();

    @Message
    String storedFile();

    @Message
    String storedAt();

    @Message
    String storedSha();

    @Message
    String replace();
}
