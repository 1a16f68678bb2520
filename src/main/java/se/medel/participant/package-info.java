/**
 * The groups and their participant register (P1–P14). A participant is a code number; nothing here says who it is. Only the
 * group's own districts see the register, and every look at it stands in the audit trail.
 */
package se.medel.participant;
