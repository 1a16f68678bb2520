package se.medel.application;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Around a claim's clients when they are tried, decided and, in reserve, wait for room. */
@MessageBundle(value = "trial", locale = "sv")
public interface TrialMsg {

    @Message
    String title();

    @Message
    String readTitle();

    @Message
    String intro();

    @Message
    String notes();

    @Message
    String code();

    @Message
    String born();

    @Message
    String age(String age);

    @Message
    String admitted();

    @Message
    String contact();

    @Message
    String attested();

    @Message
    String state();

    @Message
    String judgement();

    @Message
    String eligible();

    @Message
    String finding(String code);

    @Message
    String reason(String code);

    @Message
    String reasonShort();

    @Message
    String asked();

    @Message
    String fails(String rule, String words);

    @Message
    String noContact();

    @Message
    String recommended();

    @Message
    String recommendedHint(String most);

    @Message
    String count();

    @Message
    String countHint();

    @Message
    String granted();

    @Message
    String grantedHint(String asked);

    @Message
    String outcome();

    @Message
    String reserveTitle();

    @Message
    String reserveIntro();

    @Message
    String reserveNone();

    @Message
    String reserveFits(String fitting, String reserve);

    @Message
    String reserveFull(String reserve);

    @Message
    String reserveNow(String number, String granted);

    @Message
    String reserveThen(String granted);

    @Message
    String reserveLine();

    @Message
    String reserveDecide();

    @Message
    String reserveRead();

    @Message
    String reserveReasons(String fitting);

    @Message
    String reserveTask(String district);

    @Message
    String appendix(String fileName);

    @Message
    String appendixText();
}
