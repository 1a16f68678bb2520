package se.medel.planchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of plan changes say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "planChange", locale = "sv")
public interface PlanChangeMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String askFor();

    @Message
    String none();

    @Message
    String caseTitle();

    @Message
    String state();

    @Message
    String askedAt();

    @Message
    String formTitle();

    @Message
    String formIntro();

    @Message
    String row(int number);

    @Message
    String category();

    @Message
    String text();

    @Message
    String amount();

    @Message
    String add();

    @Message
    String reason();

    @Message
    String ask();

    @Message
    String cancel();

    @Message
    String asked();

    @Message
    String moved(String state);

    @Message
    String pageTitle();

    @Message
    String before();

    @Message
    String after();

    @Message
    String number();

    @Message
    String newLine();

    @Message
    String unchanged();

    @Message
    String sum();

    @Message
    String prepared();

    @Message
    String note();

    @Message
    String decided();

    @Message
    String reasons();

    @Message
    String withdraw();

    @Message
    String prepareTitle();

    @Message
    String recommends();

    @Message
    String recommendYes();

    @Message
    String recommendNo();

    @Message
    String noteLabel();

    @Message
    String prepare();

    @Message
    String decideTitle();

    @Message
    String reasonsLabel();

    @Message
    String reasonsHint();

    @Message
    String approve();

    @Message
    String refuse();

    @Message
    String taskPrepare();

    @Message
    String taskDecide();
}
