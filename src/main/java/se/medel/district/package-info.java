/** The city's districts, dated, because the city merges them. */
package se.medel.district;
