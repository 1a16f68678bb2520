package se.medel.finalreport;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the final report and of districts' accounts say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "finalReport", locale = "sv")
public interface FinalReportMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String draft();

    @Message
    String fixed(int number);

    @Message
    String newDraft(int number);

    @Message
    String stateNotClosed();

    @Message
    String left(String districts);

    @Message
    String showLeft();

    @Message
    String stateNoText();

    @Message
    String stateReady(int number);

    @Message
    String stateSame();

    @Message
    String write();

    @Message
    String readDraft();

    @Message
    String readDraftPdf();

    @Message
    String fix(int number);

    @Message
    String fixDone(int number);

    @Message
    String versions();

    @Message
    String version(int number, String day, String by);

    @Message
    String pictureTitle();

    @Message
    String pictureDescription(String district, String granted, String used, String repaid);

    @Message
    String pictureLine(String granted, String used);

    @Message
    String figures();

    @Message
    String district();

    @Message
    String granted();

    @Message
    String paid();

    @Message
    String used();

    @Message
    String repaid();

    @Message
    String writtenOff();

    @Message
    String owed();

    @Message
    String clients();

    @Message
    String together(int districts);

    @Message
    String togetherOne();

    @Message
    String total();

    @Message
    String hidden();

    @Message
    String hiddenOutcome();

    @Message
    String totalWithout();

    @Message
    String withheld();

    @Message
    String textTitle();

    @Message
    String conclusions();

    @Message
    String conclusionsHint();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String saved();

    @Message
    String keptNow();

    @Message
    String pdf(String file);

    @Message
    String draftNotice();

    @Message
    String task();
}
