/** How values are kept as text in the database. */
package se.medel.storage;
