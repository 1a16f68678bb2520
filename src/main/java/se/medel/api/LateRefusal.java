package se.medel.api;

import se.medel.refusal.Reason;

/** What the database refuses when somebody was faster than a service could see; called as the services call it. */
enum LateRefusal implements Reason {
    ROUND_CLOSED;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
