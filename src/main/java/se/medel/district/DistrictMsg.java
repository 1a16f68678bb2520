package se.medel.district;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of districts say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "district", locale = "sv")
public interface DistrictMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String name();

    @Message
    String from();

    @Message
    String to();

    @Message
    String still();

    @Message
    String successor();

    @Message
    String change();

    @Message
    String changeTitle(String name);

    @Message
    String lastDay();

    @Message
    String lastDayHint();

    @Message
    String successorLabel();

    @Message
    String noSuccessor();

    @Message
    String save();

    @Message
    String saved(String name);

    @Message
    String dateMalformed();

    @Message
    String task();
}
