/** What pays for a plan, and what is paid for more than once. Plain Java. */
package se.medel.matrix.rules;
