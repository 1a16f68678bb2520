/** What is asked of a report, what stands out in it, and how the sample is drawn. Plain Java. */
package se.medel.control.rules;
