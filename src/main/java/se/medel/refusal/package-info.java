/** A refusal is a value: which rule or field, and why. It becomes text, a status and a pointer only at the edge. */
package se.medel.refusal;
