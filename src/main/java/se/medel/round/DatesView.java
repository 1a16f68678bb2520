package se.medel.round;

import java.time.LocalDate;

/**
 * By when things are due in a round.
 *
 * @param number 1, 2, … each time they are set; 0 for what a round gets when it opens, before it has
 * @param applicationsClose the last day to apply
 * @param reportDue the last day of the cost report, without any district's extension; see {@link Deadlines#reportDue}
 * @param answerDays days from when something came in until it is prepared, decided or answered
 * @param reviewDays days from when a cost report came in until it is reviewed
 * @param replyDays days from the hearing until the district has replied
 * @param payDays days from the decision until a repayment is paid
 */
public record DatesView(
        int number,
        LocalDate applicationsClose,
        LocalDate reportDue,
        int answerDays,
        int reviewDays,
        int replyDays,
        int payDays) {

    /** The most days that can be given for anything. */
    static final int MOST_DAYS = 366;

    /** What a round of this year gets when it opens. */
    static DatesView atFirst(int year, LocalDate applicationsClose) {
        return new DatesView(0, applicationsClose, LocalDate.of(year + 1, 1, 31), 30, 30, 21, 30);
    }

    /** By when what came in on a day is prepared, decided or answered. */
    public LocalDate answerBy(LocalDate cameIn) {
        return cameIn.plusDays(answerDays);
    }

    /** By when a cost report that came in on a day is reviewed. */
    public LocalDate reviewBy(LocalDate cameIn) {
        return cameIn.plusDays(reviewDays);
    }

    /** By when a district that is heard from a day has replied. */
    public LocalDate replyBy(LocalDate heardOn) {
        return heardOn.plusDays(replyDays);
    }

    /** By when a repayment that is decided on a day is paid. */
    public LocalDate payBy(LocalDate decidedOn) {
        return decidedOn.plusDays(payDays);
    }
}
