/** A district's account for the year: what the money went to, line by line beside the plan (Y1, Y3). */
package se.medel.costreport;
