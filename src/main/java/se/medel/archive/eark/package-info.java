/** Information packages as the E-ARK specifications want them (CSIP and SIP 2.1), written as streams. */
package se.medel.archive.eark;
