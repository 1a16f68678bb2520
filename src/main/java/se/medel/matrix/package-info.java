/** Who pays for what: district by plan line by source, year by year (K1–K3). */
package se.medel.matrix;
