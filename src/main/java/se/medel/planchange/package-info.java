/** Changes of a granted plan during the year: asked for by the district, prepared by an officer, decided by the director. */
package se.medel.planchange;
