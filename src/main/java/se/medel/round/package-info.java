/** A funding round: one programme, one year, one approved model with its committee decision. */
package se.medel.round;
