/**
 * What goes to the committee and what comes back from it: the report on a model, the meetings and what was decided at them (D1–D3), the
 * dispatch to the districts, the year's instructions.
 */
package se.medel.committee;
