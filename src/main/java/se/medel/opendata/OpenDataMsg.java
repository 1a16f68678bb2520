package se.medel.opendata;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the open data says; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "opendata", locale = "sv")
public interface OpenDataMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String isOpen();

    @Message
    String isClosed();

    @Message
    String files();

    @Message
    String none();

    @Message
    String round();

    @Message
    String table();

    @Message
    String program();

    @Message
    String catalogue();

    @Message
    String columns();

    @Message
    String granted();

    @Message
    String paid();

    @Message
    String reported();

    @Message
    String repaid();

    @Message
    String clients();

    @Message
    String hidden();

    @Message
    String protectedTitle();

    @Message
    String protectedText();
}
