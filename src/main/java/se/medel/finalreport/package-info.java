/**
 * The final report of a round (Y6), and each district's account of its own money for its own committee. What is reported is put
 * together from accounts, decisions and cost reports, and nothing is worked out twice.
 */
package se.medel.finalreport;
