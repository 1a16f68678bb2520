/** The database that comes along: a real PostgreSQL in the data folder, for whoever has not set up one of their own. */
package se.medel.database;
