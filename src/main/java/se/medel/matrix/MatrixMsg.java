package se.medel.matrix;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages and the file of the matrix say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "matrix", locale = "sv")
public interface MatrixMsg {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String year();

    @Message
    String source();

    @Message
    String allSources();

    @Message
    String show();

    @Message
    String none();

    @Message
    String noneOfSource();

    @Message
    String noYear();

    @Message
    String csv();

    @Message
    String district();

    @Message
    String planned();

    @Message
    String actual();

    @Message
    String granted();

    @Message
    String ownPart();

    @Message
    String stated();

    @Message
    String received();

    @Message
    String doubled();

    @Message
    String doubledNone();

    @Message
    String marks(String count);

    @Message
    String sum();

    @Message
    String sumOfSource();

    @Message
    String districtTitle(String district, String year);

    @Message
    String line();

    @Message
    String paidBy();

    @Message
    String whole();

    @Message
    String offPlan();

    @Message
    String shared(String lines);

    @Message
    String was(String amount, String status);

    @Message
    String came(String amount);

    @Message
    String cameOnly(String amount);

    @Message
    String noPlan();

    @Message
    String overPlanned(String what, String funded, String cost, String percent);

    @Message
    String overReceived(String what, String funded, String cost, String percent);

    @Message
    String overNothing(String what, String funded);

    @Message
    String sourceTwice(String source, String count);

    @Message
    String costTwice(String cost, String count);

    @Message
    String clientsTwice(String clients);

    @Message
    String someClientsTwice();

    @Message
    String lines(String lines);

    @Message
    String wholePlan();

    @Message
    String task();

    @Message
    String csvRound();

    @Message
    String csvPart();

    @Message
    String csvKind();

    @Message
    String csvCost();

    @Message
    String csvFunding();

    @Message
    String csvRemark();

    @Message
    String csvLines();

    @Message
    String csvCategory();

    @Message
    String csvWhat();

    @Message
    String csvStatus();

    @Message
    String csvStated();

    @Message
    String csvReceived();

    @Message
    String csvActual();
}
