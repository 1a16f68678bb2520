/** The first page of each role, and the pages that belong to no feature. */
package se.medel.start;
