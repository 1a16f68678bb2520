package se.medel.reminder;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import se.medel.web.Language;

/** How late something is, in words. */
record ReminderWords(ReminderMsg msg) {

    static ReminderWords in(Locale locale) {
        return new ReminderWords(MessageBundles.get(ReminderMsg.class, Localized.Literal.of(locale.getLanguage())));
    }

    static ReminderWords swedish() {
        return in(Language.SWEDISH);
    }

    /** @param daysLate below zero where there is time left */
    String time(long daysLate) {
        String days = Long.toString(Math.abs(daysLate));
        if (daysLate == 0) {
            return msg.today();
        }
        if (daysLate > 0) {
            return daysLate == 1 ? msg.lateOne() : msg.late(days);
        }
        return daysLate == -1 ? msg.leftOne() : msg.left(days);
    }
}
