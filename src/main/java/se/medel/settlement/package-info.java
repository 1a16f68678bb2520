/** Settling the year: what each district may keep, what it pays back, and the closing of the round (Y2, Y4–Y6). */
package se.medel.settlement;
