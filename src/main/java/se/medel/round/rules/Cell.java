package se.medel.round.rules;

/** Where money is committed: one district under one component. */
public record Cell(String district, ComponentKind component) {}
