/** Costs taken from a district's ledger: which file, which objects of it, which chart, and what was left out and why. */
package se.medel.costreport.ledger;
