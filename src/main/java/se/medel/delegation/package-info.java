/** The committee's delegation order, who stands in for whom, and who has a conflict of interest. */
package se.medel.delegation;
