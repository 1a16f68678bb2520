package se.medel.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is late with a meeting's minutes by the Local Government Act (KL). It is said and never refused: it has happened. */
public enum MeetingWarning {
    /** Approved more than 14 days after the meeting. */
    MINUTES_LATE,
    /** Not approved, and 14 days have passed. */
    MINUTES_MISSING,
    /** Posted later than on the second day after the approval. */
    NOTICE_LATE,
    /** Not posted, and the second day has passed. */
    NOTICE_MISSING;

    private static final int DAYS_TO_APPROVE = 14;
    private static final int DAYS_TO_POST = 2;

    static List<MeetingWarning> of(LocalDate held, LocalDate approved, LocalDate posted, LocalDate today) {
        List<MeetingWarning> warnings = new ArrayList<>();
        if ((approved == null ? today : approved).isAfter(held.plusDays(DAYS_TO_APPROVE))) {
            warnings.add(approved == null ? MINUTES_MISSING : MINUTES_LATE);
        }
        if (approved != null && (posted == null ? today : posted).isAfter(approved.plusDays(DAYS_TO_POST))) {
            warnings.add(posted == null ? NOTICE_MISSING : NOTICE_LATE);
        }
        return warnings;
    }
}
