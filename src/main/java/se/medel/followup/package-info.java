/**
 * Follow-up figures from the participant register (C3, P12, P13): what the group's own districts, the social administration and
 * the evaluator read. Nothing depends on this package.
 */
package se.medel.followup;
