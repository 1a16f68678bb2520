package se.medel.planchange;

import se.medel.user.Actor;

/** A changed plan counts from now; fired in the transaction that approves it. */
public record PlanChanged(PlanChangeView change, Actor actor) {}
