package se.medel.costreport.lines;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a report's list of costs says; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "costFile", locale = "sv")
public interface CostFileMsg {

    @Message
    String report();

    @Message
    String title();

    @Message
    String intro();

    @Message
    String templateXlsx();

    @Message
    String templateCsv();

    @Message
    String file();

    @Message
    String fileHint();

    @Message
    String fileMissing();

    @Message
    String faults(String count);

    @Message
    String faultsTitle();

    @Message
    String read();

    @Message
    String upload();

    @Message
    String cancel();
}
