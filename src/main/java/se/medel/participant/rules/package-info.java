/**
 * The rules of the participant register (P1–P12), as a guide would follow them with a binder: dated entries, what they come
 * to on a day, and who can be admitted. Plain Java: no framework, no database, no clock, and no text for people.
 */
package se.medel.participant.rules;
