/**
 * The electronic seal: PAdES BASELINE-B (ETSI EN 319 142-1) by the European Commission's DSS library, with a key that the
 * administration has. Off unless a key is named. Everybody else knows {@link se.medel.document.Seal} only.
 */
package se.medel.document.seal;
