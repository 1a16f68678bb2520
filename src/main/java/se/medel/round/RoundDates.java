package se.medel.round;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** A round's dates as they were set one time. Changed by setting them anew; the database refuses anything else. */
@Entity
class RoundDates {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String roundId;
    int number;
    LocalDate reportDue;
    int answerDays;
    int reviewDays;
    int replyDays;
    int payDays;
    String setBy;
    Instant setAt;

    DatesView view(LocalDate applicationsClose) {
        return new DatesView(number, applicationsClose, reportDue, answerDays, reviewDays, replyDays, payDays);
    }
}
