/**
 * Keeps personal identities out: no name, no number, no address is ever stored, and no count tells of a few people (section 7
 * of the domain).
 */
package se.medel.privacy;
