package se.medel.committee;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of committee reports say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "paper", locale = "sv")
public interface CommitteeReportMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String none();

    @Message
    String noModel();

    @Message
    String start();

    @Message
    String started();

    @Message
    String fixed(String day, String version);

    @Message
    String draftOf(String model);

    @Message
    String orphan();

    @Message
    String chapters();

    @Message
    String statusWritten();

    @Message
    String statusEmpty();

    @Message
    String statusFigures();

    @Message
    String statusItself();

    @Message
    String arrange();

    @Message
    String arrangeHint();

    @Message
    String chapter();

    @Message
    String on();

    @Message
    String place();

    @Message
    String arranged();

    @Message
    String placeMissing();

    @Message
    String read();

    @Message
    String pdf();

    @Message
    String fix();

    @Message
    String fixHint();

    @Message
    String fixButton();

    @Message
    String fixDone();

    @Message
    String remarks();

    @Message
    String aside();

    @Message
    String asideHint();

    @Message
    String asideSave();

    @Message
    String asideSaved();

    @Message
    String text();

    @Message
    String textHint();

    @Message
    String marks();

    @Message
    String marksHeading();

    @Message
    String marksList();

    @Message
    String marksNumbers();

    @Message
    String marksStrong();

    @Message
    String marksTable();

    @Message
    String figures();

    @Message
    String figuresHint();

    @Message
    String figureName();

    @Message
    String figureValue();

    @Message
    String itself(String chapter);

    @Message
    String save();

    @Message
    String saved();

    @Message
    String stale();

    @Message
    String staleNow();

    @Message
    String versions();

    @Message
    String version(String number);

    @Message
    String startNew();

    @Message
    String task();
}
