package se.medel.costreport.ledger;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of ledger imports, of the chart and of what is expected of ledgers say; as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "sie", locale = "sv")
public interface LedgerMsg {
    @Message
    String report();

    @Message
    String title();

    @Message
    String intro();

    @Message
    String files();

    @Message
    String filesNone();

    @Message
    String choose();

    @Message
    String original();

    @Message
    String importsTitle();

    @Message
    String importsNone();

    @Message
    String grant();

    @Message
    String period();

    @Message
    String objects();

    @Message
    String taken();

    @Message
    String state();

    @Message
    String confirmedAt(String when);

    @Message
    String notConfirmed();

    @Message
    String show();

    @Message
    String uploadTitle();

    @Message
    String uploadIntro();

    @Message
    String file();

    @Message
    String fileHint();

    @Message
    String fileMissing();

    @Message
    String upload();

    @Message
    String cancel();

    @Message
    String fileTitle();

    @Message
    String company();

    @Message
    String organisationNumber();

    @Message
    String fiscalYear();

    @Message
    String program();

    @Message
    String madeOn();

    @Message
    String format();

    @Message
    String sie4(String encoding);

    @Message
    String content();

    @Message
    String contentCounts(String vouchers, String lines);

    @Message
    String checksum();

    @Message
    String checksumRight();

    @Message
    String checksumNone();

    @Message
    String fingerprint();

    @Message
    String unknown();

    @Message
    String warnings();

    @Message
    String warningAt(String what, String line, String count);

    @Message
    String unbalancedTitle();

    @Message
    String unbalancedAt(String voucher, String line, String difference);

    @Message
    String choiceTitle();

    @Message
    String grantMissing();

    @Message
    String from();

    @Message
    String to();

    @Message
    String dayHint();

    @Message
    String dayMalformed();

    @Message
    String objectsHint();

    @Message
    String objectsNone();

    @Message
    String wouldGive(String amount, String lines);

    @Message
    String moreObjects(String count);

    @Message
    String preview();

    @Message
    String previewTitle();

    @Message
    String fromFile();

    @Message
    String chart();

    @Message
    String chartVersion(int version);

    @Message
    String whereTitle();

    @Message
    String category();

    @Message
    String amount();

    @Message
    String line();

    @Message
    String offPlan();

    @Message
    String divide();

    @Message
    String typedTitle();

    @Message
    String typedIntro();

    @Message
    String typedLegend();

    @Message
    String typedKeep();

    @Message
    String typedReplace();

    @Message
    String takenTitle();

    @Message
    String account();

    @Message
    String rows();

    @Message
    String sum();

    @Message
    String leftOutTitle();

    @Message
    String reason();

    @Message
    String allFile();

    @Message
    String unmappedTitle();

    @Message
    String unmappedIntro();

    @Message
    String confirm();

    @Message
    String confirmNote();

    @Message
    String again();

    @Message
    String nothing();

    @Message
    String confirmed();

    @Message
    String writtenTitle();

    @Message
    String toLine(int line);

    @Message
    String keptTyped(int line);

    @Message
    String chartTitle();

    @Message
    String chartIntro();

    @Message
    String chartMade(int version, String by, String when);

    @Message
    String prefix();

    @Message
    String noCost();

    @Message
    String chartEdit();

    @Message
    String chartSave();

    @Message
    String chartMore();

    @Message
    String chartSaved(int version);

    @Message
    String chartStale();

    @Message
    String prefixOf(String row);

    @Message
    String categoryOf(String row);

    @Message
    String settingsTitle();

    @Message
    String settingsIntro();

    @Message
    String settingsDistrict();

    @Message
    String settingsNumberHint();

    @Message
    String settingsObjectsHint();

    @Message
    String settingsCity();

    @Message
    String settingsChange();

    @Message
    String settingsSave();

    @Message
    String settingsSaved(String district);

    @Message
    String settingsNoObjects();
}
