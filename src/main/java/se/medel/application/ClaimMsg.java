package se.medel.application;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of claims for clients say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "claim", locale = "sv")
public interface ClaimMsg {

    @Message
    String title();

    @Message
    String clients();

    @Message
    String clientsNone();

    @Message
    String sum();

    @Message
    String sumText(String clients, String rate, String sum);

    @Message
    String gives();

    @Message
    String givesWhy();

    @Message
    String tasks();

    @Message
    String taskPick();

    @Message
    String taskPickHint();

    @Message
    String taskUpload();

    @Message
    String taskUploadHint();

    @Message
    String taskNew();

    @Message
    String taskNewHint();

    @Message
    String taskCheck();

    @Message
    String taskReady();

    @Message
    String taskNoClients();

    @Message
    String taskFaults(String count);

    @Message
    String faultsTitle(String count);

    @Message
    String faultsTitleOne();

    @Message
    String faultsText();

    @Message
    String waitingTitle(String count);

    @Message
    String waitingTitleOne();

    @Message
    String waitingText();

    @Message
    String waitingLink();

    @Message
    String waitingLater();

    @Message
    String completionHow();

    @Message
    String row();

    @Message
    String rowState();

    @Message
    String rowRemove();

    @Message
    String rowRemoveAbout(String number);

    @Message
    String rowsCaption();

    @Message
    String removed();

    @Message
    String none();

    @Message
    String fieldOf(String row, String column, String fault);

    @Message
    String pickTitle();

    @Message
    String pickIntro();

    @Message
    String pickNone();

    @Message
    String pickNoRegister();

    @Message
    String pickFirst(String most, String all);

    @Message
    String pickCaption();

    @Message
    String pickClient(String code);

    @Message
    String pickContact(String code);

    @Message
    String pickedCodes();

    @Message
    String pickContactHead();

    @Message
    String pickCannot();

    @Message
    String pickAttested();

    @Message
    String pickAttestedHint();

    @Message
    String pickNothing();

    @Message
    String pickGone();

    @Message
    String pickButton();

    @Message
    String added(String count);

    @Message
    String addedOne();

    @Message
    String newTitle();

    @Message
    String newIntro();

    @Message
    String code();

    @Message
    String codeHint();

    @Message
    String birthYear();

    @Message
    String birthYearHint();

    @Message
    String admittedOn();

    @Message
    String dayHint();

    @Message
    String earlierContact();

    @Message
    String earlierContactHint();

    @Message
    String attested();

    @Message
    String attestedBy();

    @Message
    String attestedByHint();

    @Message
    String dayUnreadable();

    @Message
    String newButton();

    @Message
    String newMore();

    @Message
    String uploadTitle();

    @Message
    String uploadIntro();

    @Message
    String uploadTemplates();

    @Message
    String uploadTemplateXlsx();

    @Message
    String uploadTemplateCsv();

    @Message
    String uploadFile();

    @Message
    String uploadFileHint();

    @Message
    String uploadMissing();

    @Message
    String uploadReplaces(String count);

    @Message
    String uploadButton();

    @Message
    String uploadedTitle();

    @Message
    String uploadedNone();

    @Message
    String uploadedRight();

    @Message
    String uploadedWrong();

    @Message
    String uploadedIntro();

    @Message
    String uploadedLater();

    @Message
    String uploadedIgnored(String columns);

    @Message
    String uploadedCaption();

    @Message
    String uploadedIsRight();

    @Message
    String uploadedIsWrong();

    @Message
    String uploadedCorrect();

    @Message
    String uploadedCorrectAbout(String row);

    @Message
    String uploadedTake(String count);

    @Message
    String uploadedTakeOne();

    @Message
    String uploadedDiscard();

    @Message
    String uploadedDiscardText();

    @Message
    String uploadedAnother();

    @Message
    String hiddenNumber();

    @Message
    String hiddenFormula();

    @Message
    String taken(String count);

    @Message
    String takenOne();

    @Message
    String takenNone();

    @Message
    String discarded();

    @Message
    String correctTitle(String row);

    @Message
    String correctButton();

    @Message
    String correctDrop();

    @Message
    String corrected(String row);

    @Message
    String correctedLast(String row);

    @Message
    String dropped(String row);
}
