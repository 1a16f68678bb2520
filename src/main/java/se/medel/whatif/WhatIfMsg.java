package se.medel.whatif;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of trials say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "whatIf", locale = "sv")
public interface WhatIfMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String none();

    @Message
    String newTitle();

    @Message
    String name();

    @Message
    String nameHint();

    @Message
    String owner();

    @Message
    String changedHead();

    @Message
    String asked();

    @Message
    String granted();

    @Message
    String cut();

    @Message
    String left();

    @Message
    String clientsGranted();

    @Message
    String ceilingHead();

    @Message
    String choose();

    @Message
    String chooseTrial(String name);

    @Message
    String compareHint();

    @Message
    String compare();

    @Message
    String compareTitle();

    @Message
    String from();

    @Message
    String fromModel();

    @Message
    String filling();

    @Message
    String fillingOfSource();

    @Message
    String fillingOfSourceHint();

    @Message
    String order();

    @Message
    String sequence();

    @Message
    String sequenceHint();

    @Message
    String make();

    @Message
    String made();

    @Message
    String saved();

    @Message
    String changed(String moment, String user);

    @Message
    String sumOver(String asked, String ceiling);

    @Message
    String sumWithin(String asked, String ceiling);

    @Message
    String facts();

    @Message
    String bites();

    @Message
    String bitesNone();

    @Message
    String biteSentence(String rule, String where, String cut);

    @Message
    String biteFits(String after, String before);

    @Message
    String biteClients(String after, String before);

    @Message
    String biteFixed(String district, String number, String fits);

    @Message
    String biteCoFinanced(String district, String number, String fits);

    @Message
    String biteClient(String number, String district, String fits);

    @Message
    String biteGroupClient(String number, String group, String district, String fits);

    @Message
    String biteShared(String count, String wanted, String left);

    @Message
    String cutWithClients(String amount, String clients);

    @Message
    String rules();

    @Message
    String rule();

    @Message
    String what();

    @Message
    String limit();

    @Message
    String used();

    @Message
    String cutHead();

    @Message
    String where();

    @Message
    String bindsNot();

    @Message
    String limitNamed();

    @Message
    String limitOwnPart();

    @Message
    String limitCost();

    @Message
    String limitIs(String limit);

    @Message
    String limitCut(String limit, String cut);

    @Message
    String noSuchRule();

    @Message
    String districts();

    @Message
    String district();

    @Message
    String allDistricts();

    @Message
    String askedFor(String amount);

    @Message
    String nothing();

    @Message
    String limitedBy(String rules);

    @Message
    String why();

    @Message
    String less();

    @Message
    String picture();

    @Message
    String leftOut();

    @Message
    String ceilingMark();

    @Message
    String barText(String granted, String asked, String ceiling);

    @Message
    String figures();

    @Message
    String differs();

    @Message
    String differing(String count);

    @Message
    String same();

    @Message
    String figure();

    @Message
    String editModel();

    @Message
    String editUptake();

    @Message
    String editName();

    @Message
    String copy();

    @Message
    String save();

    @Message
    String stale();

    @Message
    String staleLink();

    @Message
    String uptakeTitle();

    @Message
    String uptakeIntro();

    @Message
    String fill();

    @Message
    String fillHint();

    @Message
    String amount();

    @Message
    String totalCost();

    @Message
    String otherFunding();

    @Message
    String clients();

    @Message
    String label(String what, String district);

    @Message
    String propose();

    @Message
    String proposeReplaces(String number, String user);

    @Message
    String proposeStarts(String number);

    @Message
    String proposeFigures();

    @Message
    String proposed();

    @Message
    String delete();

    @Message
    String deleteText();

    @Message
    String deleted(String name);

    @Message
    String cancel();
}
