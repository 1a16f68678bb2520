/** Costs of a report as a list, CSV or Excel: a template with the plan's lines, and reading it back. */
package se.medel.costreport.lines;
