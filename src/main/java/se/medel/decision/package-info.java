/** Delegation decisions: made once, by another than the one who prepared, within every cap, and never changed. */
package se.medel.decision;
