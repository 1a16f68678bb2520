package se.medel.reminder;

import se.medel.refusal.Reason;

/** Why a mailbox is refused. */
public enum MailboxRefusal implements Reason {
    MAILBOX_NOT_FOUND(Kind.NOT_FOUND),
    MAILBOX_NOT_FOR_ROLE(Kind.FORBIDDEN),
    MAILBOX_STALE(Kind.STALE),
    MAILBOX_MALFORMED(Kind.INVALID);

    private final Kind kind;

    MailboxRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
