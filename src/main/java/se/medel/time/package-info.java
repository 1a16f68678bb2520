/** The only clock. */
package se.medel.time;
