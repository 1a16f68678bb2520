package se.medel.payment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of payments say; the same conventions as in {@link se.medel.web.Msg}. */
@MessageBundle(value = "payment", locale = "sv")
public interface PaymentMsg {

    @Message
    String title();

    @Message
    String titleOf(String round);

    @Message
    String intro();

    @Message
    String newTitle();

    @Message
    String settingsTitle();

    @Message
    String confirmTitle();

    @Message
    String what();

    @Message
    String settingsMissing();

    @Message
    String orders();

    @Message
    String ordersNone();

    @Message
    String number();

    @Message
    String orderNumber(String number);

    @Message
    String payOn();

    @Message
    String sum();

    @Message
    String paid();

    @Message
    String state();

    @Message
    String stateWaiting();

    @Message
    String stateExported();

    @Message
    String stateLate();

    @Message
    String statePaid();

    @Message
    String stateCancelled();

    @Message
    String grants();

    @Message
    String grantsNone();

    @Message
    String district();

    @Message
    String component();

    @Message
    String granted();

    @Message
    String underWay();

    @Message
    String left();

    @Message
    String total();

    @Message
    String ownIntro();

    @Message
    String ownPayments();

    @Message
    String ownPaymentsNone();

    @Message
    String amount();

    @Message
    String reference();

    @Message
    String paidOn();

    @Message
    String voucher();

    @Message
    String newIntro();

    @Message
    String newNothing();

    @Message
    String share();

    @Message
    String shareHint();

    @Message
    String shareFill();

    @Message
    String shareWrong();

    @Message
    String amountToPay();

    @Message
    String amountOf(String district, String component);

    @Message
    String payOnHint(String example);

    @Message
    String note();

    @Message
    String noteHint();

    @Message
    String newButton();

    @Message
    String newDone(String number, String sum);

    @Message
    String cancelLink();

    @Message
    String dateMalformed();

    @Message
    String orderTitle(String number);

    @Message
    String orderMade();

    @Message
    String byWhom(String when, String who);

    @Message
    String orderExported();

    @Message
    String notExported();

    @Message
    String otherYear(String year);

    @Message
    String late();

    @Message
    String exportTitle();

    @Message
    String exportText();

    @Message
    String exportButton();

    @Message
    String exportDone();

    @Message
    String filesTitle();

    @Message
    String fileDocument();

    @Message
    String fileSie();

    @Message
    String fileCsv();

    @Message
    String payments();

    @Message
    String choose();

    @Message
    String choosePayment(String reference, String district);

    @Message
    String cancelPayment();

    @Message
    String cancelledBecause(String reason);

    @Message
    String cancelledAfter();

    @Message
    String payTitle();

    @Message
    String payText();

    @Message
    String payDay();

    @Message
    String payVoucher();

    @Message
    String payVoucherHint();

    @Message
    String payButton();

    @Message
    String payDone(String count);

    @Message
    String payDoneOne();

    @Message
    String stale();

    @Message
    String cancelTitle();

    @Message
    String cancelText();

    @Message
    String cancelExported();

    @Message
    String cancelReason();

    @Message
    String cancelButton();

    @Message
    String cancelDone(String district);

    @Message
    String backToOrder();

    @Message
    String confirmIntro();

    @Message
    String confirmFormats();

    @Message
    String confirmFile();

    @Message
    String confirmFileHint();

    @Message
    String confirmButton();

    @Message
    String confirmedTitle();

    @Message
    String confirmedMarked();

    @Message
    String confirmedWrong();

    @Message
    String row();

    @Message
    String outcome();

    @Message
    String confirmedAgain();

    @Message
    String confirmedBack();

    @Message
    String settingsIntro();

    @Message
    String companyName();

    @Message
    String companyNameHint();

    @Message
    String organisationNumber();

    @Message
    String organisationNumberHint();

    @Message
    String series();

    @Message
    String account();

    @Message
    String accountHint();

    @Message
    String counterpartAccount();

    @Message
    String counterpartAccountHint();

    @Message
    String projectDimension();

    @Message
    String projectDimensionHint();

    @Message
    String project();

    @Message
    String counterpartDimension();

    @Message
    String counterpartDimensionHint();

    @Message
    String counterparts();

    @Message
    String counterpart();

    @Message
    String counterpartOf(String district);

    @Message
    String notANumber();

    @Message
    String save();

    @Message
    String saved();

    @Message
    String settingsNone();

    @Message
    String taskOrder();

    @Message
    String taskOrderNote(String round, String sum);

    @Message
    String taskLate(String number);

    @Message
    String taskLateNote(String round, String sum, String day);
}
