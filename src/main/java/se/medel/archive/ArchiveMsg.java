package se.medel.archive;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the archive say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "archive", locale = "sv")
public interface ArchiveMsg {

    @Message
    String journalTitle();

    @Message
    String journalIntro();

    @Message
    String journalIntroOwn();

    @Message
    String journalRule();

    @Message
    String journalNone();

    @Message
    String round();

    @Message
    String allRounds();

    @Message
    String firstDay();

    @Message
    String lastDay();

    @Message
    String dayHint();

    @Message
    String show();

    @Message
    String csv();

    @Message
    String day();

    @Message
    String number();

    @Message
    String what();

    @Message
    String way();

    @Message
    String from();

    @Message
    String to();

    @Message
    String caseNumber();

    @Message
    String caseFileTitle();

    @Message
    String caseFileIntro();

    @Message
    String caseFileFormat();

    @Message
    String leftOutTitle();

    @Message
    String takeOutRound();

    @Message
    String cases();

    @Message
    String casesNone();

    @Message
    String district();

    @Message
    String state();

    @Message
    String file();

    @Message
    String takeOut(String number);

    @Message
    String retentionTitle();

    @Message
    String retentionIntro();

    @Message
    String recordClass();

    @Message
    String kept();

    @Message
    String ground();

    @Message
    String validFrom();

    @Message
    String validTo();

    @Message
    String keptForEver();

    @Message
    String keptYears(String years);

    @Message
    String retentionNew();

    @Message
    String years();

    @Message
    String yearsHint();

    @Message
    String groundHint();

    @Message
    String retentionSave();

    @Message
    String retentionSet();

    @Message
    String dayMalformed();

    @Message
    String taskJournal();

    @Message
    String taskRetention();
}
