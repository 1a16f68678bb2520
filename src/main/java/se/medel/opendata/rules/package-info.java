/** Which amounts may be published where an amount tells how many clients there are (P13). */
package se.medel.opendata.rules;
