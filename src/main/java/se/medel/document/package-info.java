/**
 * Turns well-formed XHTML into PDF that can be archived (ISO 19005-3, level A) and read by everyone (ISO 14289-1).
 *
 * <p>{@link se.medel.document.ArchivePdf} is the way in. The same XHTML with the same stylesheet
 * ({@code /document/document.css}) is the view on the screen.
 */
package se.medel.document;
