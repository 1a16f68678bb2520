package se.medel.costreport.file;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of a report's files say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "reportFile", locale = "sv")
public interface ReportFileMsg {

    @Message
    String report();

    @Message
    String title();

    @Message
    String intro();

    @Message
    String none();

    @Message
    String name();

    @Message
    String kind();

    @Message
    String size();

    @Message
    String kilobytes(String count);

    @Message
    String uploaded();

    @Message
    String fingerprint();

    @Message
    String add();

    @Message
    String addTitle();

    @Message
    String addIntro();

    @Message
    String file();

    @Message
    String fileHint(int megabytes);

    @Message
    String fileMissing();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String kept(String name);
}
