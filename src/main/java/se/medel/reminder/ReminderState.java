package se.medel.reminder;

/** What has become of a reminder. */
public enum ReminderState {
    /** Shown here and not sent, because there is no mail server or no mailbox. */
    STORED,
    /** To be sent, or to be tried again. */
    WAITING,
    SENT,
    /** Tried as often as is allowed. */
    FAILED
}
