package se.medel.reminder;

/**
 * A mail, always in Swedish.
 *
 * @param title one line
 * @param body as plain text
 * @param html the same as a simple page
 */
record Letter(String title, String body, String html) {}
