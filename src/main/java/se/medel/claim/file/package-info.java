/**
 * Reads a district's claim file, CSV or Excel, row by row as texts. Judging the rows is not done here.
 *
 * <p>Workbooks are read with the JDK's own ZIP and XML and no library. The ones at hand trust what a file says: they make
 * room for column {@code ZZZZZZ} because a cell claims to stand there, take the cached value of a formula for a value that
 * somebody entered, and keep every text of the workbook in memory. Six columns of texts need little, and here every step
 * has its bound.
 */
package se.medel.claim.file;
