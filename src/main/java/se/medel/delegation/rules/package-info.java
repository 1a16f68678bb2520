/** Who may decide what, by the committee's delegation order. Plain Java. */
package se.medel.delegation.rules;
