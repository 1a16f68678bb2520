/**
 * Reminders of what is due, to districts and to the social administration: made once by a job, sent by mail where there is a
 * mail server, and shown in any case. Depends on every feature that something can be due in; none depends on it.
 */
package se.medel.reminder;
