/**
 * The rules of client compensation, client by client (M3–M6, A4–A6): whether a row can be claimed, and which rows a decision
 * on so many clients covers. Plain Java: no framework, no database, no clock, and no text for people.
 */
package se.medel.claim.rules;
