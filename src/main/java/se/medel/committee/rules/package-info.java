/** What the committee's papers must keep to, in plain Java. */
package se.medel.committee.rules;
