/** Medel: hands out earmarked public money inside a city. */
package se.medel;
