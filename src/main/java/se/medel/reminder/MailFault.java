package se.medel.reminder;

/** Why a reminder isn't sent, or wasn't at the last try. */
public enum MailFault {
    NO_MAILBOX,
    /** Nobody could be reached at the mail server's address. */
    UNREACHABLE,
    /** The mail server took the call and said nothing in time; the mail may still have gone. */
    NO_ANSWER,
    /** The mail server answered, and would not have the mail. */
    REFUSED,
    /** The service was stopped while it was sending. */
    INTERRUPTED;

    /** Whether the other mails would meet with the same now. */
    boolean isOfServer() {
        return this == UNREACHABLE || this == NO_ANSWER;
    }
}
