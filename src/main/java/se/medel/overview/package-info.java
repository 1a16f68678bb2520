/**
 * How a round stands, on pages: what is left, district by district, what three orders would give, the ledger and the
 * decisions. It sees rounds, applications and decisions; none of them sees it.
 */
package se.medel.overview;
