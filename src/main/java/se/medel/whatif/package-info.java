/**
 * What-if on the model itself: copies of a model with other figures and an expected uptake, and what the rules make of them.
 * Nothing here decides anything, and no other feature depends on it.
 */
package se.medel.whatif;
