/** The files of a cost report, kept as they came for as long as the books are (the law on municipal bookkeeping). */
package se.medel.costreport.file;
