/** What goes to the committee and what comes back from it: the report on a model, the decisions, their dispatch. */
package se.medel.committee;
