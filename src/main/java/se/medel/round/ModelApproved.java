package se.medel.round;

import se.medel.user.Actor;

/** Told, within the same transaction, when a model has been approved as it was proposed, with nothing else known of the meeting. */
public record ModelApproved(ModelView model, Actor actor) {}
