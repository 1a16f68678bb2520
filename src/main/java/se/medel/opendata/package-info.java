/** What is decided, paid and paid back, round by round, as open data: shaped as 360Giving and described as DCAT-AP-SE. */
package se.medel.opendata;
