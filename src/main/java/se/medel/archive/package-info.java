/**
 * What is kept and shown of what has been done: the register (diarium), how long things are kept, and the whole file of a round or
 * a case as a package for the archive.
 */
package se.medel.archive;
