/** Keeps personal identities out: no name, no number, no address is ever stored (section 7 of the domain). */
package se.medel.privacy;
