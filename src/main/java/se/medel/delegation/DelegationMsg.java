package se.medel.delegation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of delegation say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "delegation", locale = "sv")
public interface DelegationMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String version(String number);

    @Message
    String decidedBy();

    @Message
    String first();

    @Message
    String validFrom();

    @Message
    String validTo();

    @Message
    String state();

    @Message
    String point();

    @Message
    String kind();

    @Message
    String nature();

    @Message
    String holder();

    @Message
    String anyone();

    @Message
    String upTo();

    @Message
    String noLimit();

    @Message
    String dates();

    @Message
    String always();

    @Message
    String fromOn(String day);

    @Message
    String untilOn(String day);

    @Message
    String versions();

    @Message
    String draft();

    @Message
    String drafted();

    @Message
    String edit();

    @Message
    String editTitle();

    @Message
    String editIntro();

    @Message
    String addLine();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String cancel();

    @Message
    String line(String number);

    @Message
    String decide();

    @Message
    String decideTitle();

    @Message
    String decideIntro();

    @Message
    String date();

    @Message
    String dateHint();

    @Message
    String paragraph();

    @Message
    String paragraphHint();

    @Message
    String from();

    @Message
    String register();

    @Message
    String inForce(String number, String day);

    @Message
    String discard();

    @Message
    String discarded();

    @Message
    String dateMalformed();

    @Message
    String amountMalformed();

    @Message
    String standIns();

    @Message
    String standInsIntro();

    @Message
    String person();

    @Message
    String substitute();

    @Message
    String ground();

    @Message
    String groundConflictHint();

    @Message
    String fromDay();

    @Message
    String toDay();

    @Message
    String enter();

    @Message
    String enterTitle();

    @Message
    String entered();

    @Message
    String enteredBy();

    @Message
    String withdraw();

    @Message
    String withdrawAbout(String person);

    @Message
    String withdrawn();

    @Message
    String withdrawnDone();

    @Message
    String none();

    @Message
    String status();

    @Message
    String current();

    @Message
    String conflictTitle();

    @Message
    String conflictIntro();

    @Message
    String conflictGround();

    @Message
    String conflictButton();

    @Message
    String conflictDone();

    @Message
    String noConflict();

    @Message
    String noConflictPrepare();

    @Message
    String conflicted();

    @Message
    String barredTitle();

    @Message
    String barredText();

    @Message
    String taskInstead(String person);

    @Message
    String taskConflict(String people);

    @Message
    String taskDraft(String number);

    @Message
    String mandate();

    @Message
    String mandateOwn(String point, String nature);

    @Message
    String mandateInstead(String point, String nature, String person);

    @Message
    String reportedKey();

    @Message
    String reported(String day, String paragraph);
}
