package se.medel.round;

import se.medel.user.Actor;

/** Told, within the same transaction, when a round has come into a state that others start or end something by. */
public record RoundEntered(RoundView round, RoundState state, Actor actor) {}
