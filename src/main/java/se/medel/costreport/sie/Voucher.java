package se.medel.costreport.sie;

import java.time.LocalDate;

/**
 * The head of a voucher. Who signed it is not read.
 *
 * @param series empty where the file has none, as in 4I
 * @param number empty where the ledger is to give it, as in 4I
 * @param date null where the file has none
 * @param text masked where it looks personal
 * @param line its line in the file
 */
public record Voucher(String series, String number, LocalDate date, String text, long line) {}
