/** What a district may keep of a grant when the year is over, and why the rest is paid back (Y2, Y4). Plain Java. */
package se.medel.settlement.rules;
