/** What is expected to be asked for, and in which sequence. The arithmetic itself is {@link se.medel.round.rules.Uptake}'s. */
package se.medel.whatif.rules;
