package se.medel.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the audit trail says; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "audit", locale = "sv")
public interface AuditMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String when();

    @Message
    String who();

    @Message
    String what();

    @Message
    String about();

    @Message
    String change();

    @Message
    String field();

    @Message
    String before();

    @Message
    String after();

    @Message
    String empty();

    @Message
    String wholeThing();

    @Message
    String changed(String count);

    @Message
    String changedOne();

    @Message
    String filter();

    @Message
    String filterHint();

    @Message
    String filterButton();

    @Message
    String filterOnly(String subject);

    @Message
    String filterAll();

    @Message
    String none();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String pages();
}
