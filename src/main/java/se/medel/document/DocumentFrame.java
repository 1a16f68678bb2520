package se.medel.document;

/**
 * What stands around the text of every document of the organisation: its letterhead, and what is repeated on each sheet.
 *
 * @param title of the file
 * @param caseNumber null where it is about several cases
 * @param marking what each sheet says beside the case number, such as that codes stand in it; null for nothing
 * @param foot at the bottom of each sheet
 */
public record DocumentFrame(Office office, String title, String caseNumber, String marking, String foot) {}
